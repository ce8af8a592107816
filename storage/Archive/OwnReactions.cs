using Dapper;
using OrleansMixi.Reactions;
using OrleansMixi.Storage;

namespace OrleansMixi.Archive;

/// <summary>Reactions that one member gave, with their dates.</summary>
public sealed class OwnReactions(Database database)
{
    private const int Page = 500;

    /// <summary>All of a member's reactions by date, a page in memory at a time.</summary>
    public async IAsyncEnumerable<IReadOnlyList<OwnReaction>> Of(int member)
    {
        var last = new OwnReaction(0, default, 0);
        while (true)
        {
            IReadOnlyList<OwnReaction> page;
            await using (var connection = await database.Open())
            {
                page = [.. (await connection.QueryAsync<(long Post, long Kind, long At)>(
                    """
                    select post, cast(kind as bigint), at from reactions
                    where member = @member and at >= @at and (at > @at or post > @post or (post = @post and kind > @kind))
                    order by at, post, kind limit @Page
                    """,
                    new { member, at = last.At, post = last.Post, kind = (int)last.Reaction, Page })).Select(row => new OwnReaction(row.Post, (Reaction)row.Kind, row.At))];
            }

            if (page.Count == 0)
            {
                yield break;
            }

            yield return page;
            last = page[^1];
        }
    }

    /// <summary>Adds a reaction as it once was; false if it is there.</summary>
    public async Task<bool> Add(int member, OwnReaction reaction)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        var rows = await connection.ExecuteAsync(
            "insert into reactions (post, member, kind, at) values (@post, @member, @kind, @at) on conflict do nothing",
            new { post = reaction.Post, member, kind = (int)reaction.Reaction, at = reaction.At },
            transaction);
        if (rows == 1)
        {
            await connection.ExecuteAsync(
                "insert into tallies (post, kind, count) values (@post, @kind, 1) on conflict (post, kind) do update set count = tallies.count + 1",
                new { post = reaction.Post, kind = TallyKind.Of(reaction.Reaction) },
                transaction);
        }

        await transaction.CommitAsync();
        return rows == 1;
    }
}
