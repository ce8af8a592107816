using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansMixi.News;

namespace OrleansMixi.Archive;

/// <summary>Reads outside blogs when their turn comes. Each host looks; a blog is taken by one of them.</summary>
internal sealed partial class BlogSchedule(
    BlogStore blogs, FeedFetcher fetcher, BlogDesk desk, IOptions<FeedLimits> limits, IOptions<ArchiveOptions> options, TimeProvider time, ILogger<BlogSchedule> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await blogs.Take() is { } blog)
                {
                    await Read(blog, stoppingToken);
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogFailed(error);
            }
        }
    }

    private async Task Read(BlogRow blog, CancellationToken cancellationToken)
    {
        var fetched = await fetcher.Fetch(new(blog.Url), blog.Etag, blog.Modified, cancellationToken);
        var (problem, items) = (fetched.Problem, 0);
        if (fetched.Bytes is { } bytes)
        {
            try
            {
                items = await desk.Take(blog, FeedParser.Parse(bytes, fetched.ContentType, fetched.Uri, limits.Value));
                LogRead(blog.Url, items);
            }
            catch (FeedFormatException error)
            {
                problem = error.Message;
            }
            catch (MixiException refusal) when (refusal.RetryAfter == 0)
            {
                problem = refusal.Message;
            }
        }

        // A reading that failed must not hide behind "nothing new" at the next one.
        var (etag, modified) = problem is null ? (fetched.Etag ?? blog.Etag, fetched.Modified ?? blog.Modified) : (blog.Etag, blog.Modified);
        await blogs.Finish(blog, items, etag, modified, problem);
    }

    [LoggerMessage(EventIds.BlogRead, LogLevel.Information, "{Url}: {Items} new diaries")]
    private partial void LogRead(string url, int items);

    [LoggerMessage(EventIds.BlogFailed, LogLevel.Warning, "Outside blogs could not be read")]
    private partial void LogFailed(Exception error);
}
