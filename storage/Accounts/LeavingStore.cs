using System.Security.Cryptography;
using Dapper;
using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Accounts;

/// <summary>
/// Members on their way out. The first step hides the member and ends all access in one transaction; the rest follows by
/// log entries, as often as needed, until nothing is left.
/// </summary>
public sealed class LeavingStore(Database database, LogShape shape, TimeProvider time, IOptions<LeavingOptions> options)
{
    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Begins: no name, no password, no token, no address; the handle stays taken for ever. Idempotent.</summary>
    public async Task Begin(int member)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var sql in new[]
        {
            "insert into leavings (member, started, next) values (@member, @Now, @Now) on conflict do nothing",
            "update members set suspended = suspended | 2, password = null, stamp = @stamp, nickname = '–', language = null, role = 0 where number = @member",
            "update tokens set revoked = @Now, name = '' where member = @member and revoked = 0",
            "delete from feed_secrets where member = @member",
            "delete from mail_links where member = @member",
            "delete from mail_addresses where member = @member",
            "delete from friend_requests where member = @member or target = @member",
            "delete from invitations where inviter = @member and used_by is null",
        })
        {
            await connection.ExecuteAsync(sql, new { member, Now, stamp = MemberStore.NewStamp() }, transaction);
        }

        foreach (var persona in (await connection.QueryAsync<int>("select number from personas where member = @member", new { member }, transaction)).AsList())
        {
            await connection.ExecuteAsync(
                "insert into leavings (member, started, next) values (@persona, @Now, @next) on conflict do nothing",
                new { persona, Now, next = Now + RandomNumberGenerator.GetInt32((int)options.Value.PersonaSpread.TotalSeconds + 1) * 1_000L }, transaction);
        }

        await transaction.CommitAsync();
    }

    /// <summary>Takes a member whose leaving is not done for a while, in which no other host takes it; 0 if there is none.</summary>
    public async Task<int> Take(TimeSpan lease)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<int>(
            """
            update leavings set next = @until
            where member = (select member from leavings where done = 0 and next <= @Now order by next limit 1) and done = 0 and next <= @Now
            returning member
            """,
            new { until = Now + (long)lease.TotalMilliseconds, Now });
    }

    /// <summary>Looks again at once.</summary>
    public async Task Again(int member)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("update leavings set next = @Now where member = @member", new { member, Now });
    }

    /// <summary>Nothing is left.</summary>
    public async Task Done(int member)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("update leavings set done = @Now where member = @member", new { member, Now });
    }

    /// <summary>Some of the member's posts that still hold something.</summary>
    public async Task<IReadOnlyList<ActivityHeader>> Posts(int member, int limit)
    {
        await using var connection = await database.Open();
        return [.. (await connection.QueryAsync<ActivityRow>(
            $"select {ActivityRow.Columns} from activities a where a.author = @member and a.kind = 1 and a.deleted <> 1 order by a.id limit @limit", new { member, limit }))
            .Select(row => row.ToHeader())];
    }

    /// <summary>Some of the edges from and to the member.</summary>
    public async Task<IReadOnlyList<(int Member, long Topic)>> Edges(int member, int limit)
    {
        await using var connection = await database.Open();
        return [.. (await connection.QueryAsync<(long Member, long Topic)>(
            """
            select cast(member as bigint), topic from edges where shard = @shard and member = @member
            union all
            select cast(member as bigint), topic from edges where topic = @mine
            limit @limit
            """,
            new { shard = shape.ShardOf(member), member, mine = Topic.User(member).Value, limit })).Select(row => ((int)row.Member, row.Topic))];
    }
}
