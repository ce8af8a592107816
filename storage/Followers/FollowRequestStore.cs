using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Followers;

/// <summary>Requests to follow a locked account that wait for its member.</summary>
public sealed class FollowRequestStore(Database database, TimeProvider time)
{
    /// <summary>The most requests shown at one member.</summary>
    public const int Limit = 1_000;

    /// <summary>Keeps a request; asking again changes nothing.</summary>
    public async Task Add(int member, int target)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            "insert into follow_requests (target, member, created) values (@target, @member, @created) on conflict do nothing",
            new { target, member, created = time.GetUtcNow().ToUnixTimeMilliseconds() });
    }

    /// <summary>Whether a request waits.</summary>
    public async Task<bool> Waits(int member, int target)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleAsync<int>(
            "select count(*) from follow_requests where target = @target and member = @member", new { target, member }) > 0;
    }

    /// <summary>How many of a member's requests wait.</summary>
    public async Task<int> Count(int member)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleAsync<int>("select count(*) from follow_requests where member = @member", new { member });
    }

    /// <summary>Forgets a request.</summary>
    public async Task Remove(int member, int target)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("delete from follow_requests where target = @target and member = @member", new { target, member });
    }

    /// <summary>Requests to a member, newest first.</summary>
    public async Task<IReadOnlyList<(int Member, long Created)>> To(int target)
    {
        await using var connection = await database.Open();
        return [.. (await connection.QueryAsync<(long Member, long Created)>(
            "select cast(member as bigint), created from follow_requests where target = @target order by created desc limit @Limit",
            new { target, Limit })).Select(row => ((int)row.Member, row.Created))];
    }
}
