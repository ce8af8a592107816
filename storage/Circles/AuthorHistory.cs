using Dapper;
using OrleansMixi.Storage;
using OrleansMixi.Timelines;

namespace OrleansMixi.Circles;

/// <summary>What a few authors wrote, wherever it stands.</summary>
public sealed class AuthorHistory(Database database)
{
    /// <summary>The newest ids below <paramref name="before"/>, falling, at most <paramref name="limit"/>.</summary>
    public async Task<long[]> Ids(IReadOnlyCollection<int> authors, long[] vector, long before, int limit)
    {
        var newest = $"""
            from activities where author = ids.id and kind = 1 and (flags & 2) <> 2 and id > @above and id < @before
              and id <= {Vectors.Sql("queue", "v", vector)} order by id desc limit @few
            """;
        var sql = database.IsPostgres
            ? $"select ids.id as author, p.id from {database.Rows("ids")} cross join lateral (select id {newest}) p"
            : $"select ids.id as author, a.id from {database.Rows("ids")} join activities a on (a.queue, a.id) in (select queue, id {newest})";
        await using var connection = await database.Open();
        var ids = new NewestIds(limit);
        await ids.Add([.. authors.Select(author => (long)author)], (some, above, few) => connection.QueryAsync<(long, long)>(
            sql, Vectors.Parameters("v", vector, new { ids = database.List(some), above, before, few })));
        return ids.Found;
    }
}
