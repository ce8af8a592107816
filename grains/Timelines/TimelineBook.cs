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
        return LinkFit.Applied;
    }

    /// <summary>The ring of an active timeline, if it is one.</summary>
    public Ring? Find(int member)
    {
        if (!_rings.TryGet(shape.SeatOf(member), out var ring) || !ring.Complete)
        {
            return null;
        }

        ring.Used = true;
        return ring;
    }

    /// <summary>Begins to build a timeline: what arrives from now on is kept in the ring; history up to the present vector is to be added with <see cref="Fill"/>.</summary>
    public Ring Open(int member) => _rings.Open(shape.SeatOf(member));

    /// <summary>Adds history; false if the timeline was closed meanwhile, so that the history no longer fits.</summary>
    public bool Fill(int member, Ring ring, ReadOnlySpan<long> newestFirst, bool more)
    {
        if (!_rings.TryGet(shape.SeatOf(member), out var present) || present != ring)
        {
            return false;
        }

        for (var i = newestFirst.Length - 1; i >= 0; i--)
        {
            _rings.Add(ring, newestFirst[i]);
        }

        if (more)
        {
            ring.Truncate();
        }

        return ring.Complete = true;
    }

    /// <summary>Closes a timeline.</summary>
    public void Close(int member) => _rings.Close(shape.SeatOf(member));

    private void Apply(in ActivityHeader entry)
    {
        if (entry.IsTimelinePost)
        {
            Append(_audience.Followers(entry.Topic), entry.Id);
            var author = shape.SeatOf(entry.Author);
            if (shape.ShardOf(entry.Author) == shard && !_audience.Follows(author, entry.Topic))
            {
                Append([author], entry.Id);
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
