using OrleansMixi.Live;
using OrleansMixi.Log;

namespace OrleansMixi.Timelines;

/// <summary>
/// Live readers by what they watch, so that a post finds its readers without asking its followers. Readers have seats,
/// small numbers that are given again, so that whom a post concerns is a walk over plain numbers.
/// </summary>
internal sealed class ReaderIndex
{
    private readonly Dictionary<ReaderKey, int> _seats = [];
    private readonly Dictionary<GrainId, int> _counts = [];
    private readonly Stack<int> _free = new();
    private readonly SeatIndex _byTopic = new();
    private readonly SeatIndex _byHomeTopic = new();
    private readonly SeatIndex _byMember = new();
    private ReaderSeat[] _readers = [];
    private int _turn;

    /// <summary>How many readers a gateway has here.</summary>
    public int Count(GrainId gateway) => _counts.GetValueOrDefault(gateway);

    /// <summary>Registers a reader; one that was there is replaced.</summary>
    public void Add(ReaderKey key, WatchRequest request, IReadOnlyCollection<long> follows)
    {
        Remove(key, follows);
        var seat = _free.TryPop(out var free) ? free : _seats.Count;
        Dense.At(ref _readers, seat) = new(key, request.Member, request.Home, request.Topics);
        _seats[key] = seat;
        _counts[key.Gateway] = Count(key.Gateway) + 1;
        foreach (var topic in request.Topics)
        {
            _byTopic.Add(topic, seat);
        }

        if (request.Home)
        {
            _byMember.Add(request.Member, seat);
            foreach (var topic in follows)
            {
                _byHomeTopic.Add(topic, seat);
            }
        }
    }

    /// <summary>Forgets a reader.</summary>
    public void Remove(ReaderKey key, IReadOnlyCollection<long> follows)
    {
        if (!_seats.Remove(key, out var seat))
        {
            return;
        }

        var reader = _readers[seat];
        foreach (var topic in reader.Topics)
        {
            _byTopic.Remove(topic, seat);
        }

        if (reader.Home)
        {
            _byMember.Remove(reader.Member, seat);
            foreach (var topic in follows)
            {
                _byHomeTopic.Remove(topic, seat);
            }
        }

        _readers[seat] = default;
        _free.Push(seat);
        if (_counts[key.Gateway]-- == 1)
        {
            _counts.Remove(key.Gateway);
        }
    }

    /// <summary>Readers of a gateway, with their members.</summary>
    public IReadOnlyList<(ReaderKey Key, int Member)> Of(GrainId gateway) =>
        [.. _seats.Where(pair => pair.Key.Gateway == gateway).Select(pair => (pair.Key, _readers[pair.Value].Member))];

    /// <summary>The member behind a reader; 0 if unknown.</summary>
    public int Member(ReaderKey key) => _seats.TryGetValue(key, out var seat) ? _readers[seat].Member : 0;

    /// <summary>A member follows a topic from now on, or no longer.</summary>
    public void Follow(int member, long topic, bool follows)
    {
        foreach (var seat in _byMember[member])
        {
            if (follows)
            {
                _byHomeTopic.Add(topic, seat);
            }
            else
            {
                _byHomeTopic.Remove(topic, seat);
            }
        }
    }

    /// <summary>Adds everybody whom an activity concerns, each once.</summary>
    public void Collect(in ActivityHeader activity, List<ReaderKey> readers)
    {
        _turn++;
        Collect(_byTopic[activity.Topic], readers);
        if (activity.Subject != activity.Id)
        {
            // Who looks at a post's thread looks at the post.
            Collect(_byTopic[activity.Subject], readers);
        }

        Collect(_byHomeTopic[activity.Topic], readers);
        Collect(_byMember[activity.Author], readers);
    }

    private void Collect(ReadOnlySpan<int> seats, List<ReaderKey> readers)
    {
        foreach (var seat in seats)
        {
            ref var reader = ref _readers[seat];
            if (reader.Turn != _turn)
            {
                reader.Turn = _turn;
                readers.Add(reader.Key);
            }
        }
    }
}
