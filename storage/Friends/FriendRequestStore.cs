using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Friends;

/// <summary>Friend requests that wait for an answer.</summary>
public sealed class FriendRequestStore(Database database, TimeProvider time)
{
    /// <summary>The most requests shown or kept waiting at one member.</summary>
    public const int Limit = 1_000;

    /// <summary>Keeps a request; asking again changes nothing.</summary>
    public async Task Add(int member, int target, string message)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            "insert into friend_requests (target, member, message, created) values (@target, @member, @message, @created) on conflict do nothing",
            new { target, member, message, created = time.GetUtcNow().ToUnixTimeMilliseconds() });
    }

    /// <summary>Whether a request waits.</summary>
    public async Task<bool> Waits(int member, int target)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleAsync<int>(
            "select count(*) from friend_requests where target = @target and member = @member", new { target, member }) > 0;
    }

    /// <summary>How many requests wait for a member's answer: to be friends, and to follow.</summary>
    public async Task<int> Waiting(int target)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleAsync<int>(
            "select (select count(*) from friend_requests where target = @target) + (select count(*) from follow_requests where target = @target)", new { target });
    }

    /// <summary>Forgets the requests between two members, in both directions.</summary>
    public async Task Remove(int one, int other)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            "delete from friend_requests where (target = @one and member = @other) or (target = @other and member = @one)", new { one, other });
    }

    /// <summary>Requests to a member, newest first.</summary>
    public async Task<IReadOnlyList<(int Member, string Message, long Created)>> To(int target)
    {
        await using var connection = await database.Open();
        return [.. (await connection.QueryAsync<(long Member, string Message, long Created)>(
            "select cast(member as bigint), message, created from friend_requests where target = @target order by created desc limit @Limit",
            new { target, Limit })).Select(row => ((int)row.Member, row.Message, row.Created))];
    }
}
