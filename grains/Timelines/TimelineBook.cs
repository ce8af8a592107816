using OrleansMixi.Log;

namespace OrleansMixi.Timelines;

/// <summary>
/// The decisions of a shard, without grains or clocks. The law: at every moment, an active timeline holds the newest ids
/// of what a rebuild from log and edges at <see cref="Vector"/> would give. Following and unfollowing close a timeline;
/// the next reading builds it anew, which is how a follow fills back.
/// </summary>
internal sealed class TimelineBook(LogShape shape, int shard, TimelineOptions options)
{
    private readonly long[] _vector = new long[shape.Queues];
    private readonly AudienceIndex _audience = new();
    private readonly RingTable _rings = new(options.RingCapacity, options.RingBudget);

    /// <summary>How many edges there are.</summary>
    public long Edges => _audience.Edges;

    /// <summary>Who is watching now.</summary>
    public ReaderIndex Readers { get; } = new();

    /// <summary>The account of what was done with posts.</summary>
    public ShardBooks Books { get; } = new();

    /// <summary>The last id applied of each queue.</summary>
    public long[] Vector => [.. _vector];

    /// <summary>Active timelines.</summary>
    public int Active => _rings.Count;

    /// <summary>The last id applied of one queue.</summary>
    public long Position(int queue) => _vector[queue];

    /// <summary>Takes positions from which to go on; only before anything was applied.</summary>
    public void StartAt(ReadOnlySpan<long> heads) => heads.CopyTo(_vector);

    /// <summary>Takes an edge from the database; only before anything was applied.</summary>
    public void Load(int member, long topic) => _audience.Add(shape.SeatOf(member), topic);

    /// <summary>Topics that a member follows.</summary>
    public long[] Topics(int member) => _audience.Topics(shape.SeatOf(member));

    /// <summary>Applies a link of a queue's chain; <paramref name="applied"/> gets each new entry after it took effect.</summary>
    public LinkFit Apply(LogBatch batch, Action<ActivityHeader>? applied = null)
    {
        var position = _vector[batch.Queue];
        if (batch.From > position)
        {
            return LinkFit.Hole;
        }

        if (batch.To <= position)
        {
            return LinkFit.Old;
        }

        foreach (ref readonly var entry in batch.Entries.AsSpan())
        {
            if (entry.Id > position)
            {
                Apply(entry);
                applied?.Invoke(entry);
            }
        }

        _vector[batch.Queue] = batch.To;
        _rings.Evict();
        return LinkFit.Applied;
    }

    /// <summary>Whether a timeline can be read from memory; marks it as used.</summary>
    public bool IsActive(int member) => _rings.Use(shape.SeatOf(member));

    /// <summary>Ids of an active timeline below a bound and not beyond a vector, newest first; and what lies behind them.</summary>
    public (long[] Ids, RingRest Behind) Read(int member, long before, ReadOnlySpan<long> vector, int limit)
    {
        var ids = new long[limit];
        var seat = shape.SeatOf(member);
        var (count, more) = _rings.Read(seat, before, vector, ids);
        Array.Resize(ref ids, count);
        return (ids, more ? RingRest.InRing : _rings.Truncated(seat) ? RingRest.InHistory : RingRest.Nothing);
    }

    /// <summary>Begins to build a timeline: what arrives from now on is kept; history up to the present vector is to be added with <see cref="Fill"/> and the number of this opening.</summary>
    public int Open(int member)
    {
        var seat = shape.SeatOf(member);
        var opening = _rings.Open(seat);
        _rings.Evict(keep: seat);
        return opening;
    }

    /// <summary>Adds history; false if the timeline was closed meanwhile, so that the history no longer fits.</summary>
    public bool Fill(int member, int opening, ReadOnlySpan<long> newestFirst, bool more) =>
        _rings.Fill(shape.SeatOf(member), opening, newestFirst, more);

    /// <summary>Closes a timeline.</summary>
    public void Close(int member) => _rings.Close(shape.SeatOf(member));

    private void Apply(in ActivityHeader entry)
    {
        if (entry.IsTimelinePost)
        {
            var followers = _audience.Followers(entry.Topic);
            Append(followers, entry.Id);
            if (shape.ShardOf(entry.Author) == shard && followers.BinarySearch(shape.SeatOf(entry.Author)) < 0)
            {
                Append([shape.SeatOf(entry.Author)], entry.Id);
            }
        }
        else if (entry.Kind == ActivityKind.Edge && shape.ShardOf(entry.Author) == shard)
        {
            Bind(entry.Author, entry.Topic, (entry.Edge & EdgeKind.Follow) != 0);
        }
    }

    private void Append(ReadOnlySpan<int> seats, long id)
    {
        var appended = _rings.Add(seats, id);
        Books.Followers += seats.Length;
        Books.Appended += appended;
        Books.Cold += seats.Length - appended;
    }

    private void Bind(int member, long topic, bool follow)
    {
        var seat = shape.SeatOf(member);
        if (follow ? _audience.Add(seat, topic) : _audience.Remove(seat, topic))
        {
            _rings.Close(seat);
            Readers.Follow(member, topic, follow);
        }
    }
}
