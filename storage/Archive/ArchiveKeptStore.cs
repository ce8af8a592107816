using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Archive;

/// <summary>Lines of imported archives that have no place in this town, such as comments under posts that are elsewhere.</summary>
public sealed class ArchiveKeptStore(Database database)
{
    private const int Page = 500;

    /// <summary>Keeps lines; those that are kept already stay as they are.</summary>
    public async Task Keep(int member, string part, IEnumerable<(string Key, string Line)> lines)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            "insert into archive_kept (member, part, key, line) values (@member, @part, @key, @line) on conflict do nothing",
            lines.Select(line => new { member, part, key = line.Key, line = line.Line }),
            transaction);
        await transaction.CommitAsync();
    }

    /// <summary>How many lines are kept for a member.</summary>
    public async Task<int> Count(int member)
    {
        await using var connection = await database.Open();
        return (int)await connection.QuerySingleAsync<long>("select count(*) from archive_kept where member = @member", new { member });
    }

    /// <summary>Forgets what is kept for a member.</summary>
    public async Task Forget(int member)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("delete from archive_kept where member = @member", new { member });
    }

    /// <summary>The kept lines of a part in the order of their keys, a page in memory at a time.</summary>
    public async IAsyncEnumerable<(string Key, string Line)> Of(int member, string part)
    {
        var after = "";
        while (true)
        {
            IReadOnlyList<(string Key, string Line)> page;
            await using (var connection = await database.Open())
            {
                page = (await connection.QueryAsync<(string, string)>(
                    "select key, line from archive_kept where member = @member and part = @part and key > @after order by key limit @Page",
                    new { member, part, after, Page })).AsList();
            }

            foreach (var line in page)
            {
                yield return line;
            }

            if (page.Count < Page)
            {
                yield break;
            }

            after = page[^1].Key;
        }
    }
}
