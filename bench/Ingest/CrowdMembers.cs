using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Ingest;

/// <summary>Fills the table of members with authors numbered from 1.</summary>
internal static class CrowdMembers
{
    private const string Sql = """
        with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < @count)
        insert into members (number, handle, nickname, stamp, created) select n, 'author' || n, 'author' || n, '', 0 from numbers
        """;

    public static async Task Make(Database database, int count)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(Sql, new { count });
    }
}
