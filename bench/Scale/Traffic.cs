using System.Collections.Concurrent;
using System.Diagnostics;
using OrleansMixi.Fanout;
using OrleansMixi.Live;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Timelines;

namespace OrleansMixi.Scale;

/// <summary>
/// Ordinary posts on schedule, and on demand posts of the author whom nearly all follow. One shard's batches are observed as a
/// web host observes them: a batch's last id tells that all before it are in the shard's timelines.
/// </summary>
internal sealed class Traffic(PostLog log, FanoutGraph graph) : ILiveGateway
{
    private const int MostFollowed = 1;
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(500);
    private static readonly ActivityBody Body = new(PostForm.Voice, null, "Sixty bytes of small talk about the weather at the harbour.", null, null);

    private readonly ConcurrentDictionary<int, ConcurrentQueue<(long Id, long At)>> _waiting = new();
    private readonly ConcurrentDictionary<int, long> _reached = new();
    private readonly ConcurrentQueue<TimeSpan> _taken = new();
    private readonly Random _random = new(5);
    private long _expected;

    /// <summary>Deliveries of all posts so far.</summary>
    public long Expected => Interlocked.Read(ref _expected);

    /// <summary>Begins to observe the shard of member 1.</summary>
    public Task Watch(IGrainFactory grains) =>
        grains.GetGrain<ITimelineShardGrain>(1).Watch(grains.CreateObjectReference<ILiveGateway>(this), [new(1, 1, false, [1], null)]);

    /// <summary>Writes for a time; answers what ordinary posts took from their acknowledgement to the shard's timelines.</summary>
    public async Task<IReadOnlyList<TimeSpan>> Turn(int rate, double seconds, TimeSpan? large)
    {
        _taken.Clear();
        var (clock, posts, many) = (Stopwatch.StartNew(), new List<Task>(), 0);
        for (var sent = 0L; clock.Elapsed.TotalSeconds < seconds;)
        {
            for (; sent < clock.Elapsed.TotalSeconds * rate; sent++)
            {
                posts.Add(Post(_random.Next(MostFollowed + 1, graph.Authors + 1), measured: true));
            }

            if (clock.Elapsed > many * large)
            {
                many++;
                posts.Add(Post(MostFollowed, measured: false));
            }

            await Task.Delay(1);
        }

        await Task.WhenAll(posts);
        await Task.Delay(Rest);
        return [.. _taken];
    }

    public Task Deliver(LiveBatch batch)
    {
        var now = Stopwatch.GetTimestamp();
        _reached[batch.Queue] = batch.To;
        var waiting = Queue(batch.Queue);
        for (var rest = waiting.Count; rest > 0 && waiting.TryDequeue(out var post); rest--)
        {
            if (post.Id <= batch.To)
            {
                _taken.Enqueue(Stopwatch.GetElapsedTime(post.At, now));
            }
            else
            {
                waiting.Enqueue(post);
            }
        }

        return Task.CompletedTask;
    }

    private async Task Post(int author, bool measured)
    {
        // An author's own timeline has the post too.
        Interlocked.Add(ref _expected, graph.Followers(author) + (graph.Follows(author, author) ? 0 : 1));
        var written = await log.Append(new(Log.ActivityKind.Post, author, author, Topic.User(author), Body: Body));
        var (id, now) = (written!.Header.Id, Stopwatch.GetTimestamp());
        if (!measured)
        {
            return;
        }

        if (_reached.GetValueOrDefault(PostId.Queue(id)) >= id)
        {
            // The timelines had it before the author had the answer.
            _taken.Enqueue(TimeSpan.Zero);
        }
        else
        {
            Queue(PostId.Queue(id)).Enqueue((id, now));
        }
    }

    private ConcurrentQueue<(long Id, long At)> Queue(int queue) => _waiting.GetOrAdd(queue, _ => new());
}
