using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OrleansMixi.News;

/// <summary>Reads outside feeds when their turn comes. Each host looks; a feed is taken by one of them.</summary>
internal sealed partial class NewsSchedule(
    NewsFeedStore feeds, FeedFetcher fetcher, NewsDesk desk, IOptions<FeedLimits> limits, TimeProvider time, ILogger<NewsSchedule> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(limits.Value.Look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await feeds.Take() is { } due)
                {
                    await Read(due, stoppingToken);
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogFailed(error, "the schedule");
            }
        }
    }

    private async Task Read(DueFeed due, CancellationToken cancellationToken)
    {
        var fetched = await fetcher.Fetch(new(due.Url), due.Etag, due.Modified, cancellationToken);
        var problem = fetched.Problem;
        if (fetched.Bytes is { } bytes)
        {
            try
            {
                var items = FeedParser.Parse(bytes, fetched.ContentType, fetched.Uri, limits.Value);
                LogRead(due.Url, items.Count, await desk.Publish(due.Category, items));
            }
            catch (FeedFormatException error)
            {
                problem = error.Message;
            }
        }

        if (problem is not null)
        {
            LogFailed(null, $"{due.Url}: {problem}");
        }

        await feeds.Finish(due, fetched.Etag ?? due.Etag, fetched.Modified ?? due.Modified, problem);
    }

    [LoggerMessage(EventIds.NewsRead, LogLevel.Information, "{Url}: {Items} items, {Posted} of them new")]
    private partial void LogRead(string url, int items, int posted);

    [LoggerMessage(EventIds.NewsFailed, LogLevel.Warning, "An outside feed could not be read: {What}")]
    private partial void LogFailed(Exception? error, string what);
}
