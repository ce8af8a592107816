using Microsoft.Extensions.Options;
using OrleansMixi.Hosting;
using OrleansMixi.News;

namespace OrleansMixi.Demo;

/// <summary>
/// Posts one item of the bundled feed every few seconds, so that the page moves. The turn follows from the clock and is
/// the idempotency key, so several hosts together post each turn once.
/// </summary>
internal sealed class DemoBot(NewsDesk desk, IOptions<TownOptions> town, IOptions<FeedLimits> limits, TimeProvider time)
{
    private const string File = "town-news.xml";

    /// <summary>Posts until stopped.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Demo", File);
        var items = FeedParser.Parse(await System.IO.File.ReadAllBytesAsync(path, cancellationToken), null, null, limits.Value);
        var bot = await desk.Author();
        using var timer = new PeriodicTimer(town.Value.DemoInterval, time);
        do
        {
            var turn = time.GetUtcNow().Ticks / town.Value.DemoInterval.Ticks;
            var item = items[(int)(turn % items.Count)];
            var category = NewsCategory.Number(item.Categories[0]);
            await desk.Publish(bot, category, item, $"demo-{turn}");
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }
}
