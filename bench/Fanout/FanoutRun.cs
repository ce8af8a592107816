using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Timelines;
using OrleansMixi.Towns;

namespace OrleansMixi.Fanout;

/// <summary>Measures fan-out in rounds: durable posts into real shards, then each peer with the same graph.</summary>
internal sealed class FanoutRun(FanoutOptions options, TextWriter notes)
{
    private const int HistoryIds = 100;
    private const int RedisPort = 16_379;
    private const int FollowerGrains = 50_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly FanoutGraph _graph = new(options.Members, options.Shards, options.Authors, options.Followers, options.Largest);
    private int[] _reached = [];

    public async Task<Result> Run()
    {
        var clock = Stopwatch.StartNew();
        // An author's own timeline has the post too.
        _reached = [0, .. Enumerable.Range(1, _graph.Authors).Select(author => _graph.Followers(author) + (_graph.Follows(author, author) ? 0 : 1))];
        await using var postgres = await TemporaryPostgres.Start(durable: true);
        await using var town = await BenchTown.Start(
            await postgres.CreateDatabase(), options.Queues, options.Shards,
            new Dictionary<string, string?> { ["Mixi:Log:TailLength"] = "65536", ["Mixi:Log:CachedPosts"] = "1000", ["Mixi:Timelines:Builds"] = "64" },
            services => services.Replace(ServiceDescriptor.Singleton<IEdgeSource>(new GraphEdges(_graph)))
                .Replace(ServiceDescriptor.Singleton<ITimelineHistory>(new ShortHistory(HistoryIds))));
        using var counters = new Counters();
        notes.WriteLine($"{_graph.Members:N0} members, {_graph.Edges:N0} edges");
        await Open(town.Grains);
        notes.WriteLine($"{counters.Read("mixi.timeline.active"):N0} active timelines after {clock.Elapsed.TotalSeconds:F0} s, {GC.GetTotalMemory(false) / 1e9:F2} GB managed");

        using var redis = RedisPeer.Installed ? await RedisPeer.Start(RedisPort) : null;
        if (redis is not null)
        {
            await redis.Fill(_graph.Members, HistoryIds);
        }

        var writers = new Writers(town.Services.GetRequiredService<PostLog>(), _graph);
        notes.WriteLine("warming up");
        await writers.Write(options.Writers, 3);
        await Drained(counters, writers);

        var (ours, posts, lists, calls) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 1; round <= options.Rounds; round++)
        {
            var before = counters.Read("mixi.timeline.appended");
            var turn = Stopwatch.StartNew();
            var written = await writers.Write(options.Writers, options.Seconds);
            await Drained(counters, writers);
            ours.Add((counters.Read("mixi.timeline.appended") - before) / turn.Elapsed.TotalSeconds);
            posts.Add(written / turn.Elapsed.TotalSeconds);
            if (redis is not null)
            {
                lists.Add(await PerSecond((member, id) => redis.Push(member, id), redis.Flush));
            }

            calls.Add(await Calls(town.Grains));
            notes.WriteLine($"round {round}: {ours[^1] / 1e6:F1} M deliveries/s, {posts[^1]:N0} durable posts/s; Redis {(redis is null ? 0 : lists[^1]) / 1e6:F2} M/s; grain calls {calls[^1] / 1e6:F2} M/s");
        }

        var latency = await Latency.Measure(town, writers, 0.7 * Result.Median(posts), options.Seconds);
        await Drained(counters, writers);
        var books = await Audit(town.Grains, counters, writers);
        var cold = await ColdStart.Measure(postgres, _graph, options.Queues, options.Shards);
        notes.WriteLine($"{cold.Name}: {cold.Value} s");
        var peers = new Dictionary<string, double> { ["grain-call-per-follower"] = Result.Median(calls) };
        if (redis is not null)
        {
            peers["redis"] = Result.Median(lists);
        }

        return new("fanout", Math.Round(clock.Elapsed.TotalSeconds), options.Rounds, "deliveries/s", Result.Median(ours), ours.Min(), ours.Max())
        {
            Peers = peers,
            LatencyMs = latency,
            Books = books,
            PostsPerSecond = Result.Median(posts),
            Rows = [cold],
            Missing = redis is null ? ["redis: install Debian's redis-server"] : null,
        };
    }

    /// <summary>Reads every timeline once, which makes it active.</summary>
    private async Task Open(IGrainFactory grains) =>
        await Parallel.ForEachAsync(Enumerable.Range(1, _graph.Members), new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (member, _) =>
            await grains.GetGrain<ITimelineShardGrain>(member % options.Shards).Page(new(member, null, long.MaxValue, 1, 0)).WaitAsync(Patience, CancellationToken.None));

    private long Expected(Writers writers) => writers.Written.Sum(post => (long)_reached[post.Author]);

    private async Task Drained(Counters counters, Writers writers)
    {
        var expected = Expected(writers);
        for (var waited = Stopwatch.StartNew(); counters.Read("mixi.timeline.followers") < expected && waited.Elapsed < Patience;)
        {
            await Task.Delay(1);
        }
    }

    private async Task<double> Calls(IGrainFactory grains)
    {
        var waiting = new List<Task>();
        return await PerSecond(
            async (member, id) =>
            {
                waiting.Add(grains.GetGrain<IFollowerGrain>(member % FollowerGrains).Add(id));
                if (waiting.Count == 1_000)
                {
                    await Task.WhenAll(waiting);
                    waiting.Clear();
                }
            },
            () => Task.WhenAll(waiting));
    }

    private async Task<double> PerSecond(Func<int, long, ValueTask> deliver, Func<Task> finish)
    {
        var random = new Random(1);
        var (clock, count) = (Stopwatch.StartNew(), 0L);
        while (clock.Elapsed.TotalSeconds < options.Seconds)
        {
            var author = random.Next(1, _graph.Authors + 1);
            for (var shard = 0; shard < options.Shards; shard++)
            {
                foreach (var member in _graph.FollowersIn(author, shard))
                {
                    await deliver(member, 390_000_000_000_000_000L + count++);
                }
            }
        }

        await finish();
        return count / clock.Elapsed.TotalSeconds;
    }

    /// <summary>The sums by the metrics, and the newest page of members drawn at random against what was written.</summary>
    private async Task<ResultBooks> Audit(IGrainFactory grains, Counters counters, Writers writers)
    {
        const int Page = 40;
        var (expected, delivered) = (Expected(writers), counters.Read("mixi.timeline.appended") + counters.Read("mixi.timeline.merged"));
        var byAuthor = writers.Written.ToLookup(post => post.Author, post => post.Id);
        var (lost, duplicated, outOfOrder) = (Math.Max(0, expected - delivered), Math.Max(0, delivered - expected), 0L);
        var random = new Random(7);
        for (var look = 0; look < 50; look++)
        {
            var member = random.Next(1, _graph.Members + 1);
            var wanted = byAuthor.Where(posts => posts.Key == member || _graph.Follows(member, posts.Key)).SelectMany(posts => posts).OrderDescending().Take(Page).ToArray();
            var page = await grains.GetGrain<ITimelineShardGrain>(member % options.Shards).Page(new(member, null, long.MaxValue, Page, 0));
            var shown = page.Ids.Where(id => PostId.Head(id) > 2 * HistoryIds).ToArray();
            lost += wanted.Except(shown).Count();
            duplicated += shown.Length - shown.Distinct().Count();
            outOfOrder += shown.Zip(shown.Skip(1)).Count(pair => pair.First <= pair.Second);
        }

        return new(expected, delivered, 0, Math.Max(0, expected - counters.Read("mixi.timeline.followers")), lost, duplicated, outOfOrder);
    }
}
