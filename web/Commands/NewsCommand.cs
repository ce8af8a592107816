using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.News;
using OrleansMixi.Storage;

namespace OrleansMixi.Commands;

/// <summary><c>web news &lt;category&gt; &lt;file or URL&gt;</c>: reads one feed once and posts what is new.</summary>
internal static class NewsCommand
{
    public static Command Make()
    {
        var category = new Argument<string>("category") { Description = string.Join(", ", NewsCategory.All) };
        var source = new Argument<string>("source") { Description = "A file, or an http or https address" };
        var command = new Command("news", "Read an RSS or Atom feed once and post what is new") { category, source };
        command.SetAction((result, cancellation) => Run(result.GetRequiredValue(category), result.GetRequiredValue(source), cancellation));
        return command;
    }

    private static Task<int> Run(string category, string source, CancellationToken cancellationToken) => CommandHost.Run(async (configuration, database, shape) =>
    {
        var number = NewsCategory.Number(category);
        if (number == 0)
        {
            throw Errors.Invalid("category", $"There is no category '{category}'; there are {string.Join(", ", NewsCategory.All)}.");
        }

        var limits = configuration.GetSection("Mixi:News").Get<FeedLimits>() ?? new();
        try
        {
            var items = await Read(source, limits, cancellationToken);
            Console.WriteLine($"{items.Count} items, {await Post(database, shape, number, items)} of them new");
            return 0;
        }
        catch (Exception error) when (error is FeedFormatException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
    });

    private static async Task<IReadOnlyList<FeedItem>> Read(string source, FeedLimits limits, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(source, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return FeedParser.Parse(await File.ReadAllBytesAsync(source, cancellationToken), null, null, limits);
        }

        using var fetcher = new FeedFetcher(Options.Create(limits), TimeProvider.System);
        var fetched = await fetcher.Fetch(uri, null, null, cancellationToken);
        return fetched.Bytes is { } bytes
            ? FeedParser.Parse(bytes, fetched.ContentType, fetched.Uri, limits)
            : throw new FeedFormatException(fetched.Problem ?? "There was nothing to read.");
    }

    private static async Task<int> Post(Database database, LogShape shape, int category, IReadOnlyList<FeedItem> items)
    {
        var options = Options.Create(new LogOptions());
        var store = LogStore.Of(database, shape, TimeProvider.System);
        var tail = new LogTail(store, options);
        await tail.Start();
        await using var log = new PostLog(store, tail, database, options, NullLogger<PostLog>.Instance);
        return await new NewsDesk(log, new(database, TimeProvider.System), new(database, TimeProvider.System)).Publish(category, items);
    }
}
