using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrleansMixi.Fanout;
using OrleansMixi.Friends;
using OrleansMixi.Hammer;
using OrleansMixi.Log;
using OrleansMixi.Timelines;
using OrleansMixi.Towns;

namespace OrleansMixi.Scale;

/// <summary>
/// A whole town with one author whom nearly all follow: how long ordinary posts take from their commit to the timelines,
/// in turns with and without that author.
/// </summary>
internal sealed class CrowdedTown(ScaleOptions options, TextWriter notes)
{
    private const int Members = 500_000, Authors = 10_000, Average = 100, Largest = 460_000;
    private const int Queues = 4, Shards = 16, HistoryIds = 20, TurnLength = 5;
    private static readonly TimeSpan BetweenLarge = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task<Result> Run()
    {
        var clock = Stopwatch.StartNew();
        var graph = new FanoutGraph(Members, Shards, Authors, Average, Largest);
        await using var postgres = await TemporaryPostgres.Start(durable: true);
        await using var town = await BenchTown.Start(
            await postgres.CreateDatabase(), Queues, Shards,
            new Dictionary<string, string?> { ["Mixi:Timelines:Builds"] = "64" },
            services => services.Replace(ServiceDescriptor.Singleton<IEdgeSource>(new GraphEdges(graph)))
                .Replace(ServiceDescriptor.Singleton<ITimelineHistory>(new ShortHistory(HistoryIds))));
        using var counters = new Counters();
        await Parallel.ForEachAsync(Enumerable.Range(1, graph.Members), new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (member, _) =>
            await town.Grains.GetGrain<ITimelineShardGrain>(member % Shards).Page(new(member, null, long.MaxValue, 1, 0)).WaitAsync(Patience, CancellationToken.None));
        notes.WriteLine($"{counters.Read("mixi.timeline.active"):N0} active timelines after {clock.Elapsed.TotalSeconds:F0} s");

        var traffic = new Traffic(town.Services.GetRequiredService<PostLog>(), graph);
        await traffic.Watch(town.Grains);
        await traffic.Turn(options.Rate, options.Seconds * TurnLength, BetweenLarge);
        var (quiet, crowded) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 1; round <= options.Rounds; round++)
        {
            quiet.AddRange(await traffic.Turn(options.Rate, options.Seconds * TurnLength, null));
            crowded.AddRange(await traffic.Turn(options.Rate, options.Seconds * TurnLength, BetweenLarge));
        }

        for (var waited = Stopwatch.StartNew(); counters.Read("mixi.timeline.followers") < traffic.Expected && waited.Elapsed < Patience;)
        {
            await Task.Delay(10);
        }

        var (expected, appended) = (traffic.Expected, counters.Read("mixi.timeline.appended") + counters.Read("mixi.timeline.merged"));
        var (without, with) = (Percentiles.Of(quiet), Percentiles.Of(crowded));
        return new("crowded", Math.Round(clock.Elapsed.TotalSeconds), options.Rounds, "ms", with.P99, with.P99, with.P99)
        {
            LatencyMs = with,
            Books = new(expected, appended, 0, 0, Math.Max(0, expected - appended), Math.Max(0, appended - expected), 0),
            Rows =
            [
                new($"commit → timeline, {options.Rate:N0} posts/s", "ms p99", without.P99, LatencyMs: without),
                new($"the same beside a post to {Largest:N0} followers every {BetweenLarge.TotalMilliseconds} ms", "ms p99", with.P99, LatencyMs: with),
                new("the post to very many moves the p99 of the others by", "%", Math.Round(100 * ((with.P99 / without.P99) - 1))),
            ],
        };
    }
}
