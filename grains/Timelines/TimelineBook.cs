using OrleansMixi.Log;

namespace OrleansMixi.Timelines;

/// <summary>
/// The decisions of a shard, without grains or clocks. The law: at every moment, an active timeline holds the newest ids
/// of what a rebuild from log and edges at <see cref="Vector"/> would give. Following and unfollowing close a timeline;
/// the next reading builds it anew, which is how a follow fills back.
/// </summary>
internal sealed class TimelineBook
{
    private readonly LogShape _shape;
    private readonly int _shard;
    private readonly long[] _vector;
    private readonly AudienceIndex _audience;
    private readonly RingTable _rings;
    private readonly HeavyTopics _heavy;
    private readonly Fanout _fanout;

    public TimelineBook(LogShape shape, int shard, TopicNumbers topics, TimelineOptions options)
    {
        (_shape, _shard, _vector) = (shape, shard, new long[shape.Queues]);
        _audience = new(topics);
        _rings = new(options.RingCapacity, options.RingBudget);
        _heavy = new(options.HeavyFollowers, options.RingCapacity);
        _fanout = new(shape, shard, topics, _audience, _rings, _heavy);
    }

    /// <summary>How many edges there are.</summary>
    public long Edges => _audience.Edges;

    /// <summary>Who is watching now.</summary>
    public ReaderIndex Readers { get; } = new();

    /// <summary>The account of what was done with posts.</summary>
    public ShardBooks Books => _fanout.Books;

    /// <summary>The last id applied of each queue.</summary>
    public long[] Vector => [.. _vector];

    /// <summary>Active timelines.</summary>
    public int Active => _rings.Count;

    /// <summary>The last id applied of one queue.</summary>
    public long Position(int queue) => _vector[queue];

    /// <summary>Takes positions from which to go on; only before anything was applied.</summary>
    public void StartAt(ReadOnlySpan<long> heads) => heads.CopyTo(_vector);

    /// <summary>Takes an edge from the database; only before anything was applied.</summary>
    public void Load(int member, long topic) => _audience.Add(_shape.SeatOf(member), topic);

    /// <summary>Topics that a member follows.</summary>
    public long[] Topics(int member) => _audience.Topics(_shape.SeatOf(member));

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

        var entries = batch.Entries.AsSpan();
        var start = 0;
        while (start < entries.Length && entries[start].Id <= position)
        {
            start++;
        }

        Apply(entries[start..], applied);
        _vector[batch.Queue] = batch.To;
        _rings.Evict();
        return LinkFit.Applied;
    }

    /// <summary>Whether a timeline can be read from memory; marks it as used.</summary>
    public bool IsActive(int member) => _rings.Use(_shape.SeatOf(member));

    /// <summary>Ids of an active timeline below a bound and not beyond a vector, newest first; and what lies behind them.</summary>
    public RingPage Read(int member, long before, long[] vector, int limit)
    {
        var seat = _shape.SeatOf(member);
        var own = _rings.Read(seat, before, vector, limit);
        return _heavy.Any ? RingPage.Merge([own, .. _heavy.Read(_audience.Numbers(seat), before, vector, limit)], limit) : own;
    }

    /// <summary>Begins to build a timeline: what arrives from now on is kept; history up to the present vector is to be added with <see cref="Fill"/> and the number of this opening.</summary>
    public int Open(int member)
    {
        var seat = _shape.SeatOf(member);
        var opening = _rings.Open(seat);
        _rings.Evict(keep: seat);
        return opening;
    }

    /// <summary>Adds history; false if the timeline was closed meanwhile, so that the history no longer fits.</summary>
    public bool Fill(int member, int opening, ReadOnlySpan<long> newestFirst, bool more) =>
        _rings.Fill(_shape.SeatOf(member), opening, newestFirst, more);

    /// <summary>Closes a timeline.</summary>
    public void Close(int member) => _rings.Close(_shape.SeatOf(member));

    /// <summary>Posts go in runs; a changed edge parts them, because it counts from its place on.</summary>
    private void Apply(ReadOnlySpan<ActivityHeader> entries, Action<ActivityHeader>? applied)
    {
        var run = 0;
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i].Kind == ActivityKind.Edge && _shape.ShardOf(entries[i].Author) == _shard)
            {
                Append(entries[run..i], applied);
                Bind(entries[i].Author, entries[i].Topic, entries[i].Edge.Holds(EdgeKind.Follow));
                run = i;
            }
        }

        Append(entries[run..], applied);
    }

    private void Append(ReadOnlySpan<ActivityHeader> run, Action<ActivityHeader>? applied)
    {
        _fanout.Append(run);
        if (applied is not null)
        {
            foreach (ref readonly var entry in run)
            {
                applied(entry);
            }
        }
    }

    private void Bind(int member, long topic, bool follow)
    {
        var seat = _shape.SeatOf(member);
        if (follow ? _audience.Add(seat, topic) : _audience.Remove(seat, topic))
        {
            _rings.Close(seat);
            Readers.Follow(member, topic, follow);
        }
    }
}
