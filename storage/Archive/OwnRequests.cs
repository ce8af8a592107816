using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Archive;

/// <summary>What a member asked others for and waits for.</summary>
public sealed class OwnRequests(Database database)
{
    /// <summary>Requests to be friends, with their words, and to follow, without.</summary>
    public async Task<IReadOnlyList<(int Member, string? Message, long Created)>> Of(int member)
    {
        await using var connection = await database.Open();
        return [.. (await connection.QueryAsync<(long Member, string? Message, long Created)>(
            """
            select cast(target as bigint), message, created from friend_requests where member = @member
            union all
            select cast(target as bigint), null, created from follow_requests where member = @member
            """,
            new { member })).Select(row => ((int)row.Member, row.Message, row.Created))];
    }
}
