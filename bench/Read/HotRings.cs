using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OrleansMixi.Hammer;
using OrleansMixi.Posts;
using OrleansMixi.Timelines;
using OrleansMixi.Towns;

namespace OrleansMixi.Read;

/// <summary>Pages from active timelines through the shard's grain, in one process on both processors: ids and the headers of their posts.</summary>
internal sealed class HotRings(BenchTown town, ReadTown filled, int limit)
{
    private readonly int[] _readers = [.. filled.Readers];
    private readonly ITimelineShardGrain[] _shards = [.. Enumerable.Range(0, filled.Shape.Shards).Select(shard => town.Grains.GetGrain<ITimelineShardGrain>(shard))];
    private readonly PostCache _posts = town.Services.GetRequiredService<PostCache>();

    /// <summary>Makes the timelines active and their posts known; checks each page.</summary>
    public async Task<ResultBooks> Warm()
    {
        var store = town.Services.GetRequiredService<PostStore>();
        var books = new List<ResultBooks>();
        foreach (var reader in _readers)
        {
            var page = await Page(reader);
            await store.Get(page.Ids);
            books.Add(PageAudit.Of(await filled.Timeline(reader, limit), page.Ids));
        }

        return PageAudit.Sum(books);
    }

    /// <summary>Pages per second, the time that a page took, and how many posts had no header.</summary>
    public async Task<(double PerSecond, Percentiles LatencyMs, long Missing)> Measure(int callers, double seconds)
    {
        var clock = Stopwatch.StartNew();
        var turns = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => Call(caller * 7919, clock, seconds))));
        return (turns.Sum(turn => turn.Pages) / clock.Elapsed.TotalSeconds, Percentiles.Of(turns.SelectMany(turn => turn.Times)), turns.Sum(turn => turn.Missing));
    }

    private async Task<(long Pages, List<TimeSpan> Times, long Missing)> Call(int at, Stopwatch clock, double seconds)
    {
        var (pages, missing, times) = (0L, 0L, new List<TimeSpan>());
        while (clock.Elapsed.TotalSeconds < seconds)
        {
            var start = Stopwatch.GetTimestamp();
            var page = await Page(_readers[at++ % _readers.Length]);
            foreach (var id in page.Ids)
            {
                missing += _posts.TryGet(id, out var post) && post.Header.Id == id ? 0 : 1;
            }

            // Each page's time would cost more than the page.
            if (++pages % 16 == 0)
            {
                times.Add(Stopwatch.GetElapsedTime(start));
            }
        }

        return (pages, times, missing);
    }

    private Task<TimelinePage> Page(int member) =>
        _shards[filled.Shape.ShardOf(member)].Page(new(member, null, long.MaxValue, limit, 0));
}
