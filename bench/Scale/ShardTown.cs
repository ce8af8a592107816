using System.Diagnostics;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Timelines;
using OrleansMixi.Towns;

namespace OrleansMixi.Scale;

/// <summary>
/// All shards of a town without grains: every timeline active, and a few authors for
/// each number of followers. Every follower is given every post, however many there are.
/// </summary>
internal sealed class ShardTown
{
    private const int HistoryIds = 100;
    private const int HistorySpread = 16;
    private const int BatchPosts = 256;
    private const int BatchDeliveries = 200_000;

    private readonly LogShape _shape;
    private readonly TimelineBook[] _books;
    private readonly Dictionary<int, ILookup<int, int>> _authors = [];
    private readonly int _members;
    private long _ms = 1_000_000;
    private int _lastAuthor;
    private long _expected;

    public ShardTown(int members, int queues, int shards, params ReadOnlySpan<int> followers)
    {
        _members = members;
        _shape = new(1, queues, shards);
        var topics = new TopicNumbers();
        _books = [.. Enumerable.Range(0, shards).Select(shard => new TimelineBook(_shape, shard, topics, new() { RingBudget = long.MaxValue, HeavyFollowers = int.MaxValue }))];
        foreach (var count in followers)
        {
            // So many authors that their followers together do not fit into the processor's caches.
            _authors[count] = Enumerable.Range(0, Math.Clamp(BatchDeliveries / count, 1, 4_000)).Select(_ => Author(count)).ToLookup(_shape.QueueOf);
        }

        // Of different lengths, or all timelines would need more room at the same moment and find it side by side.
        var random = new Random(1);
        var history = Enumerable.Range(1, HistoryIds + HistorySpread).Select(ms => PostId.Compose((long)ms << 14, 0)).Reverse().ToArray();
        for (var member = 1; member <= members; member++)
        {
            var book = _books[_shape.ShardOf(member)];
            book.Fill(member, book.Open(member), history.AsSpan(random.Next(HistorySpread)), more: true);
        }
    }

    /// <summary>What was to be appended, and what was.</summary>
    public ResultBooks Books
    {
        get
        {
            var appended = _books.Sum(book => book.Books.Appended + book.Books.Merged);
            return new(_expected, appended, 0, 0, Math.Max(0, _expected - appended), Math.Max(0, appended - _expected), 0);
        }
    }

    /// <summary>Posts of authors with so many followers, for a time; answers nanoseconds per post over all shards.</summary>
    public double NanosecondsPerPost(int followers, double seconds)
    {
        var (spent, posts) = (TimeSpan.Zero, 0L);
        while (spent.TotalSeconds < seconds)
        {
            foreach (var batch in Batches(followers))
            {
                var start = Stopwatch.GetTimestamp();
                foreach (var book in _books)
                {
                    book.Apply(batch);
                }

                spent += Stopwatch.GetElapsedTime(start);
                posts += batch.Entries.Length;
                _expected += (long)batch.Entries.Length * followers;
            }
        }

        return spent.TotalNanoseconds / posts;
    }

    /// <summary>One batch for each queue, of the same moment: their ids interleave.</summary>
    private List<LogBatch> Batches(int followers)
    {
        var most = Math.Clamp(BatchDeliveries / followers, 1, BatchPosts);
        var batches = new List<LogBatch>();
        foreach (var queue in _authors[followers])
        {
            var entries = queue.Take(most).Select((author, place) => new ActivityHeader(
                PostId.Compose((_ms + place) << 14, queue.Key), Topic.User(author).Value, 0, author, author, Log.ActivityKind.Post, Audience.Everyone, ActivityFlags.None, EdgeKind.None)).ToArray();
            batches.Add(new(queue.Key, _books[0].Position(queue.Key), entries[^1].Id, entries));
        }

        _ms += most;
        return batches;
    }

    /// <summary>A new author, who is no member with a timeline; the followers are spread evenly, each at random within an even part.</summary>
    private int Author(int followers)
    {
        var author = _members + ++_lastAuthor;
        var random = new Random(author);
        for (var i = 0; i < followers; i++)
        {
            var member = 1 + (int)((i + random.NextDouble()) * _members / followers);
            _books[_shape.ShardOf(member)].Load(member, Topic.User(author).Value);
        }

        return author;
    }
}
