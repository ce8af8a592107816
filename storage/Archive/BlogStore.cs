using Dapper;
using Microsoft.Extensions.Options;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Archive;

/// <summary>Outside blogs of members, and when each is read next. Rows, not timers: any host may do the reading.</summary>
public sealed class BlogStore(Database database, IOptions<ArchiveOptions> options, TimeProvider time)
{
    private const string Columns = "member, url, audience, created, next, readings, items, etag, modified, problem";

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Adds a blog, or changes who sees it; it is read soon. False if the member has the most already.</summary>
    public async Task<bool> Set(int member, string url, Audience audience)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();

        // The member's own row is the lock: two requests at once count one after the other.
        await connection.ExecuteAsync("update members set number = number where number = @member", new { member }, transaction);
        var others = await connection.QuerySingleAsync<int>("select count(*) from blogs where member = @member and url <> @url", new { member, url }, transaction);
        if (others >= options.Value.Blogs)
        {
            return false;
        }

        await connection.ExecuteAsync(
            """
            insert into blogs (member, url, audience, created, next) values (@member, @url, @audience, @now, @now)
            on conflict (member, url) do update set audience = excluded.audience, next = excluded.next
            """,
            new { member, url, audience = (int)audience, now = Now },
            transaction);
        await transaction.CommitAsync();
        return true;
    }

    /// <summary>Reads a blog no more; what came from it stays.</summary>
    public async Task Remove(int member, string url)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("delete from blogs where member = @member and url = @url", new { member, url });
    }

    /// <summary>A member's blogs.</summary>
    public async Task<IReadOnlyList<BlogRow>> Of(int member)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<BlogRow>($"select {Columns} from blogs where member = @member order by created, url", new { member })).AsList();
    }

    /// <summary>Takes a blog that is due, so that no other host reads it until its next turn; null if none is.</summary>
    public async Task<BlogRow?> Take()
    {
        await using var connection = await database.Open();
        return await connection.QueryFirstOrDefaultAsync<BlogRow>(
            $"""
            update blogs set next = @next
            where next <= @now and (member, url) in (select member, url from blogs where next <= @now order by next limit 1)
            returning {Columns}
            """,
            new { now = Now, next = Now + (long)options.Value.BlogEvery.TotalMilliseconds });
    }

    /// <summary>Notes how a reading went.</summary>
    public async Task Finish(BlogRow blog, int items, string? etag, string? modified, string? problem)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            "update blogs set readings = readings + @read, items = items + @items, etag = @etag, modified = @modified, problem = @problem where member = @member and url = @url",
            new { read = problem is null ? 1 : 0, items, etag, modified, problem, member = blog.Member, url = blog.Url });
    }
}
