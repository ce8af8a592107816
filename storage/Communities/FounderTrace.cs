using Dapper;
using OrleansMixi.Log;
using OrleansMixi.Storage;

namespace OrleansMixi.Communities;

/// <summary>When a founder was last heard of: the newest entry of the log by the number, or by who stands behind it.</summary>
public sealed class FounderTrace(Database database)
{
    /// <summary>The moment of the newest entry; null if there is none.</summary>
    public async Task<DateTimeOffset?> LastSeen(int founder, int owner)
    {
        await using var connection = await database.Open();
        var id = await connection.QuerySingleOrDefaultAsync<long?>(
            "select max(id) from (select max(id) as id from activities where author = @founder union all select max(id) from activities where author = @owner) a",
            new { founder, owner });
        return id is null ? null : DateTimeOffset.FromUnixTimeMilliseconds(PostId.UnixMs(id.Value));
    }
}
