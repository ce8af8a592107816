using System.Data.Common;
using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Communities;

/// <summary>What staff of communities did; an entry is written in the transaction of its effect, so that neither is without the other.</summary>
public sealed class CommunityLogStore(Database database, TimeProvider time)
{
    private const string Columns = "number, community, at, actor, action, subject, post, reason, before, after, undoes, undone";

    /// <summary>Writes an entry together with its effect; what it undoes is marked as undone, and can be undone only once.</summary>
    public async Task Write(CommunityLogRow row, Func<DbConnection, DbTransaction, Task> effect)
    {
        row.At = time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        row.Number = await connection.QuerySingleAsync<long>(
            """
            insert into community_log (community, at, actor, action, subject, post, reason, before, after, undoes)
            values (@Community, @At, @Actor, @action, @Subject, @Post, @Reason, @Before, @After, @Undoes) returning number
            """,
            new { row.Community, row.At, row.Actor, action = (int)row.Action, row.Subject, row.Post, row.Reason, row.Before, row.After, row.Undoes },
            transaction);
        if (row.Undoes != 0
            && await connection.ExecuteAsync("update community_log set undone = @Number where number = @Undoes and undone = 0", new { row.Number, row.Undoes }, transaction) == 0)
        {
            throw Errors.Conflict("This was undone already.");
        }

        await effect(connection, transaction);
        await transaction.CommitAsync();
    }

    /// <summary>One entry; null if there is none in this community.</summary>
    public async Task<CommunityLogRow?> Find(int community, long number)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<CommunityLogRow>(
            $"select {Columns} from community_log where number = @number and community = @community", new { community, number });
    }

    /// <summary>The entries of a community before a number, newest first.</summary>
    public async Task<IReadOnlyList<CommunityLogRow>> Of(int community, long before, int limit)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<CommunityLogRow>(
            $"select {Columns} from community_log where community = @community and number < @before order by number desc limit @limit",
            new { community, before, limit })).AsList();
    }
}
