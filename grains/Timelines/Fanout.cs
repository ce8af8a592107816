using OrleansMixi.Log;

namespace OrleansMixi.Timelines;

/// <summary>
/// Appends runs of posts to the rings of all who follow them. In steps over many posts at once (which topics, who follows,
/// then ring by ring), because each step waits for memory at random, and over many the waiting overlaps.
/// </summary>
internal sealed class Fanout(LogShape shape, int shard, TopicNumbers topics, AudienceIndex audience, RingTable rings, HeavyTopics heavy)
{
    // Appends that are collected before they are made: they stay close to the processor.
    private const int Enough = 4_096;

    private int[] _numbers = [];
    private int[] _seats = new int[2 * Enough];
    private long[] _ids = new long[2 * Enough];
    private int _count;

    /// <summary>The account of what was done with posts.</summary>
    public ShardBooks Books { get; } = new();

    /// <summary>Appends posts that enter timelines, in order; others are passed over.</summary>
    public void Append(ReadOnlySpan<ActivityHeader> posts)
    {
        if (_numbers.Length < posts.Length)
        {
            _numbers = new int[posts.Length];
        }

        for (var i = 0; i < posts.Length; i++)
        {
            _numbers[i] = posts[i].IsTimelinePost ? topics.Find(posts[i].Topic) : TopicNumbers.None;
        }

        for (var i = 0; i < posts.Length; i++)
        {
            audience.Ahead(_numbers.AsSpan(0, posts.Length), i);
            if (posts[i].IsTimelinePost)
            {
                Collect(posts[i], _numbers[i]);
            }
        }

        Flush();
    }

    private void Collect(in ActivityHeader post, int topic)
    {
        var count = audience.Count(topic);
        var seats = Room(count + 1);
        audience.CopyFollowers(topic, seats);
        var own = shape.ShardOf(post.Author) == shard && seats[..count].BinarySearch(shape.SeatOf(post.Author)) < 0;
        if (heavy.Take(topic, count, post.Id))
        {
            Books.Followers += count;
            Books.Merged += count;
            count = 0;
        }

        if (own)
        {
            seats[count++] = shape.SeatOf(post.Author);
        }

        _ids.AsSpan(_count, count).Fill(post.Id);
        _count += count;
        if (_count >= Enough)
        {
            Flush();
        }
    }

    private Span<int> Room(int count)
    {
        if (_count + count > _seats.Length)
        {
            Flush();
        }

        if (count > _seats.Length)
        {
            Array.Resize(ref _seats, count);
            Array.Resize(ref _ids, count);
        }

        return _seats.AsSpan(_count);
    }

    private void Flush()
    {
        var appended = rings.Add(_seats.AsSpan(0, _count), _ids);
        Books.Followers += _count;
        Books.Appended += appended;
        Books.Cold += _count - appended;
        _count = 0;
    }
}
