using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.News;

/// <summary>When which outside feed is read next, and what of it was seen. Rows, not timers: any host may do the reading.</summary>
public sealed class NewsFeedStore(Database database, TimeProvider time)
{
    private const int KeepSeenDays = 90;

    /// <summary>Makes the schedule of a category what is wanted; feeds that stay keep their place.</summary>
    public async Task Replace(int category, IReadOnlyList<NewsFeed> feeds)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var url in (await connection.QueryAsync<string>("select url from news_feeds where category = @category", new { category }, transaction)).Except(feeds.Select(feed => feed.Url)))
        {
            await connection.ExecuteAsync("delete from news_feeds where category = @category and url = @url", new { category, url }, transaction);
        }

        await connection.ExecuteAsync(
            """
            insert into news_feeds (category, url, minutes, next) values (@category, @url, @minutes, 0)
            on conflict (category, url) do update set minutes = excluded.minutes
            """,
            feeds.Select(feed => new { category, url = feed.Url, minutes = feed.Minutes }),
            transaction);
        await transaction.CommitAsync();
    }

    /// <summary>Takes one feed that is due, so that no other host reads it until its next turn; null if none is.</summary>
    public async Task<DueFeed?> Take()
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var connection = await database.Open();
        return await connection.QueryFirstOrDefaultAsync<DueFeed>(
            """
            update news_feeds set next = @now + minutes * 60000
            where next <= @now and (category, url) in (select category, url from news_feeds where next <= @now order by next limit 1)
            returning category, url, minutes, etag, modified
            """,
            new { now });
    }

    /// <summary>Notes how a reading went.</summary>
    public async Task Finish(DueFeed feed, string? etag, string? modified, string? problem)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            "update news_feeds set etag = @etag, modified = @modified, problem = @problem where category = @category and url = @url",
            new { etag, modified, problem, category = feed.Category, url = feed.Url });
    }

    /// <summary>Whether an item was posted in a category already.</summary>
    public async Task<bool> Seen(int category, byte[] key)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleAsync<int>("select count(*) from news_seen where category = @category and key = @key", new { category, key }) > 0;
    }

    /// <summary>Notes that an item is posted, and forgets very old notes.</summary>
    public async Task Mark(int category, byte[] key)
    {
        var at = time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var connection = await database.Open();
        await connection.ExecuteAsync("insert into news_seen (category, key, at) values (@category, @key, @at) on conflict do nothing", new { category, key, at });
        await connection.ExecuteAsync("delete from news_seen where at < @before", new { before = at - (KeepSeenDays * 86_400_000L) });
    }
}
