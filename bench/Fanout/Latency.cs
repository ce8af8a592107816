using System.Collections.Concurrent;
using System.Diagnostics;
using OrleansMixi.Hammer;
using OrleansMixi.Live;
using OrleansMixi.Timelines;
using OrleansMixi.Towns;

namespace OrleansMixi.Fanout;

/// <summary>
/// From the commit's acknowledgement to the timelines: at a steady rate, one shard's batches are observed as a web host
/// observes them, and each batch's last id tells that all before it are in the shard's timelines.
/// </summary>
internal sealed class Latency : ILiveGateway
{
    private const int Sampled = 16;
    private readonly ConcurrentDictionary<int, ConcurrentQueue<(long Id, long At)>> _waiting = new();
    private readonly ConcurrentDictionary<int, long> _reached = new();
    private readonly ConcurrentBag<TimeSpan> _taken = [];

    public static async Task<Percentiles> Measure(BenchTown town, Writers writers, double rate, double seconds)
    {
        var probe = new Latency();
        var gateway = town.Grains.CreateObjectReference<ILiveGateway>(probe);
        await town.Grains.GetGrain<ITimelineShardGrain>(1).Watch(gateway, [new(1, 1, false, [1], null)]);
        var clock = Stopwatch.StartNew();
        var posts = new List<Task>();
        var random = new Random(3);
        for (var sent = 0L; clock.Elapsed.TotalSeconds < seconds;)
        {
            for (; sent < clock.Elapsed.TotalSeconds * rate; sent++)
            {
                posts.Add(probe.Post(writers, random, sample: sent % Sampled == 0));
            }

            await Task.Delay(1);
        }

        await Task.WhenAll(posts);
        await Task.Delay(1_000);
        GC.KeepAlive(probe);
        return Percentiles.Of(probe._taken);
    }

    public Task Deliver(LiveBatch batch)
    {
        var now = Stopwatch.GetTimestamp();
        var waiting = Queue(batch.Queue);
        _reached[batch.Queue] = batch.To;
        for (var rest = waiting.Count; rest > 0 && waiting.TryDequeue(out var post); rest--)
        {
            if (post.Id <= batch.To)
            {
                _taken.Add(Stopwatch.GetElapsedTime(post.At, now));
            }
            else
            {
                waiting.Enqueue(post);
            }
        }

        return Task.CompletedTask;
    }

    private async Task Post(Writers writers, Random random, bool sample)
    {
        var id = await writers.Post(random);
        if (sample && _reached.GetValueOrDefault(Log.PostId.Queue(id)) >= id)
        {
            // The timelines had it before the author had the answer.
            _taken.Add(TimeSpan.Zero);
        }
        else if (sample)
        {
            Queue(Log.PostId.Queue(id)).Enqueue((id, Stopwatch.GetTimestamp()));
        }
    }

    private ConcurrentQueue<(long Id, long At)> Queue(int queue) => _waiting.GetOrAdd(queue, _ => new());
}
