using Dapper;
using OrleansMixi.Storage;
using OrleansMixi.Towns;

namespace OrleansMixi.Ingest;

/// <summary>Compares what was acknowledged with what the database holds: each id once, each author's in order, nothing else.</summary>
internal sealed class CrowdAudit(Database database, Crowd crowd)
{
    public async Task<ResultBooks> Balance()
    {
        await using var connection = await database.Open();
        var rows = new Dictionary<long, long>();
        foreach (var (id, author) in await connection.QueryAsync<(long, long)>("select id, cast(author as bigint) from activities"))
        {
            rows[id] = author;
        }

        var (expected, found, duplicated, outOfOrder) = (0L, 0L, 0L, 0L);
        foreach (var author in crowd.Authors)
        {
            expected += author.Ids.Count;
            found += author.Ids.Distinct().Count(id => rows.GetValueOrDefault(id) == author.Number);
            duplicated += author.Ids.Count - author.Ids.Distinct().Count();
            outOfOrder += author.Ids.Zip(author.Ids.Skip(1)).Count(pair => pair.First >= pair.Second);
        }

        // A row that nobody was told of was written twice.
        return new(expected, found, 0, 0, expected - found, duplicated + rows.Count - found, outOfOrder);
    }
}
