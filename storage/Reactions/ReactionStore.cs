using System.Data.Common;
using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Reactions;

/// <summary>Who reacted to what. Each member's reaction of a kind is one row, so that saying it twice changes nothing.</summary>
public sealed class ReactionStore(Database database, TimeProvider time)
{
    /// <summary>The most members answered of those who reacted to one post.</summary>
    public const int Limit = 200;

    /// <summary>Applies changes of one post in order, in one transaction; answers whether any changed something.</summary>
    public async Task<bool> Apply(long post, IReadOnlyList<ReactionChange> changes)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        var changed = false;

        // The last word of each member about each reaction is what counts.
        foreach (var side in changes.GroupBy(change => (change.Member, change.Reaction)).Select(group => group.Last()).GroupBy(change => (change.Reaction, change.On)))
        {
            var members = database.List([.. side.Select(change => (long)change.Member)]);
            var rows = await (side.Key.On ? Insert(connection, transaction, post, side.Key.Reaction, members) : Delete(connection, transaction, post, side.Key.Reaction, members));
            if (rows > 0)
            {
                changed = true;
                await connection.ExecuteAsync(
                    "insert into tallies (post, kind, count) values (@post, @kind, @by) on conflict (post, kind) do update set count = tallies.count + @by",
                    new { post, kind = TallyKind.Of(side.Key.Reaction), by = side.Key.On ? rows : -rows },
                    transaction);
            }
        }

        await transaction.CommitAsync();
        return changed;
    }

    /// <summary>A member's own reactions to some posts.</summary>
    public async Task<ILookup<long, Reaction>> Own(int member, IReadOnlyCollection<long> posts)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<(long Post, long Kind)>(
            $"select r.post, cast(r.kind as bigint) from {database.Rows("ids")} join reactions r on r.post = ids.id where r.member = @member",
            new { member, ids = database.List(posts) })).ToLookup(row => row.Post, row => (Reaction)row.Kind);
    }

    /// <summary>Who reacted to a post, newest first.</summary>
    public async Task<IReadOnlyList<(int Member, Reaction Reaction)>> To(long post)
    {
        await using var connection = await database.Open();
        return [.. (await connection.QueryAsync<(long Member, long Kind)>(
            "select cast(member as bigint), cast(kind as bigint) from reactions where post = @post order by at desc, member limit @Limit", new { post, Limit }))
            .Select(row => ((int)row.Member, (Reaction)row.Kind))];
    }

    private Task<int> Insert(DbConnection connection, DbTransaction transaction, long post, Reaction reaction, object members) => connection.ExecuteAsync(
        $"insert into reactions (post, member, kind, at) select @post, ids.id, @kind, @at from {database.Rows("ids")} where true on conflict do nothing",
        new { post, kind = (int)reaction, at = time.GetUtcNow().ToUnixTimeMilliseconds(), ids = members },
        transaction);

    private Task<int> Delete(DbConnection connection, DbTransaction transaction, long post, Reaction reaction, object members) => connection.ExecuteAsync(
        $"delete from reactions where post = @post and kind = @kind and member in (select id from {database.Rows("ids")})",
        new { post, kind = (int)reaction, ids = members },
        transaction);

    /// <summary>Some of the reactions that a member gave.</summary>
    public async Task<IReadOnlyList<(long Post, Reaction Reaction)>> By(int member, int limit)
    {
        await using var connection = await database.Open();
        return [.. (await connection.QueryAsync<(long Post, long Kind)>(
            "select post, cast(kind as bigint) from reactions where member = @member order by at limit @limit", new { member, limit }))
            .Select(row => (row.Post, (Reaction)row.Kind))];
    }
}
