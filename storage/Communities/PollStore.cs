using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Communities;

/// <summary>Polls, their options and votes: one vote of each member, which may be changed until the end.</summary>
public sealed class PollStore(Database database, TimeProvider time)
{
    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Keeps a poll with its options; again changes nothing.</summary>
    public async Task Add(PollRow poll, IReadOnlyList<string> options)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        if (await connection.ExecuteAsync("insert into polls (post, community, ends) values (@Post, @Community, @Ends) on conflict do nothing", poll, transaction) > 0)
        {
            await connection.ExecuteAsync(
                "insert into poll_options (post, number, text) values (@Post, @number, @text)",
                options.Select((text, place) => new { poll.Post, number = place + 1, text }),
                transaction);
        }

        await transaction.CommitAsync();
    }

    /// <summary>One poll; null if the post asks none.</summary>
    public async Task<PollRow?> Find(long post)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<PollRow>("select post, community, ends from polls where post = @post", new { post });
    }

    /// <summary>The options in order.</summary>
    public async Task<IReadOnlyList<PollOptionRow>> Options(long post)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<PollOptionRow>("select number, text, votes from poll_options where post = @post order by number", new { post })).AsList();
    }

    /// <summary>What a member chose; 0 for nothing yet.</summary>
    public async Task<int> Choice(long post, int member)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<int>("select number from poll_votes where post = @post and member = @member", new { post, member });
    }

    /// <summary>Votes, or changes a vote; false when the poll is over or has no such option.</summary>
    public async Task<bool> Vote(long post, int member, int number)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();

        // Writing the row locks it: votes of one poll come one after the other, and none after the end.
        if (await connection.ExecuteAsync("update polls set ends = ends where post = @post and ends > @Now", new { post, Now }, transaction) == 0
            || await connection.QuerySingleAsync<int>("select count(*) from poll_options where post = @post and number = @number", new { post, number }, transaction) == 0)
        {
            return false;
        }

        var before = await connection.QuerySingleOrDefaultAsync<int>("select number from poll_votes where post = @post and member = @member", new { post, member }, transaction);
        await connection.ExecuteAsync(
            "insert into poll_votes (post, member, number) values (@post, @member, @number) on conflict (post, member) do update set number = excluded.number",
            new { post, member, number },
            transaction);
        await connection.ExecuteAsync(
            "update poll_options set votes = votes + case when number = @number then 1 else 0 end - case when number = @before then 1 else 0 end where post = @post",
            new { post, number, before },
            transaction);
        await transaction.CommitAsync();
        return true;
    }
}
