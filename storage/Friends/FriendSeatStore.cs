using System.Data.Common;
using Dapper;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Friends;

/// <summary>
/// Keeps the limit of friends on both sides at once: a friendship takes a seat at each before its edges go into the log,
/// and gives them back afterwards, when the edges count themselves.
/// </summary>
public sealed class FriendSeatStore(Database database, LogShape shape, TimeProvider time)
{
    /// <summary>A host may have gone between taking seats and writing edges; such seats end by themselves.</summary>
    private const long Patience = 60_000;

    /// <summary>Takes a seat at both; answers who has no room, or 0 if both had.</summary>
    public async Task<int> Take(int one, int other, int limit)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        if (database.IsPostgres)
        {
            // Both accounts' rows, in the order of their numbers; on SQLite the transaction itself holds everybody else off.
            await connection.ExecuteAsync(
                "select number from members where number in (@one, @other) order by number for no key update", new { one, other }, transaction);
        }

        foreach (var (member, friend) in new[] { (one, other), (other, one) })
        {
            if (await Count(connection, transaction, member, friend) >= limit)
            {
                return member;
            }
        }

        await connection.ExecuteAsync(
            "insert into friend_seats (member, friend, created) values (@one, @other, @now), (@other, @one, @now) on conflict (member, friend) do update set created = excluded.created",
            new { one, other, now = Now }, transaction);
        await transaction.CommitAsync();
        return 0;
    }

    /// <summary>Gives both seats back.</summary>
    public async Task Leave(int one, int other)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            "delete from friend_seats where (member = @one and friend = @other) or (member = @other and friend = @one)", new { one, other });
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Friends and those on their way, without one.</summary>
    private Task<int> Count(DbConnection connection, DbTransaction transaction, int member, int but) => connection.QuerySingleAsync<int>(
        $"""
        select count(*) from (
            select topic - {Topic.User(0).Value} as friend from edges where shard = @shard and member = @member and (kind & {(int)EdgeKind.Friend}) <> 0
            union
            select friend from friend_seats where member = @member and created > @since) f
        where friend <> @but
        """,
        new { shard = shape.ShardOf(member), member, since = Now - Patience, but },
        transaction);
}
