using System.Runtime.InteropServices;

namespace OrleansMixi.Timelines;

/// <summary>
/// Who of a shard's members follows which topic, both ways round. Members are seats (<see cref="Log.LogShape.SeatOf"/>) and
/// topics are numbered here as they appear.
/// </summary>
internal sealed class AudienceIndex
{
    private readonly Dictionary<long, int> _numbers = [];
    private readonly List<long> _topics = [];
    private NumberSet[] _followers = [];
    private NumberSet[] _followed = [];
    private int[] _unpacked = [];

    /// <summary>How many edges there are.</summary>
    public long Edges { get; private set; }

    /// <summary>Seats of the members that follow a topic, rising; valid until the next call.</summary>
    public ReadOnlySpan<int> Followers(long topic) => _numbers.TryGetValue(topic, out var number) ? Unpack(_followers[number]) : [];

    /// <summary>Topics that a member follows.</summary>
    public long[] Topics(int seat)
    {
        var numbers = seat < _followed.Length ? Unpack(_followed[seat]) : [];
        var topics = new long[numbers.Length];
        for (var i = 0; i < topics.Length; i++)
        {
            topics[i] = _topics[numbers[i]];
        }

        return topics;
    }

    /// <summary>Adds an edge; false if it was there. Quickest when a topic's members come rising.</summary>
    public bool Add(int seat, long topic)
    {
        var number = Number(topic);
        if (!Dense.At(ref _followers, number).Add(seat))
        {
            return false;
        }

        Dense.At(ref _followed, seat).Add(number);
        Edges++;
        return true;
    }

    /// <summary>Removes an edge; false if it was not there.</summary>
    public bool Remove(int seat, long topic)
    {
        if (!_numbers.TryGetValue(topic, out var number) || !_followers[number].Remove(seat))
        {
            return false;
        }

        _followed[seat].Remove(number);
        Edges--;
        return true;
    }

    private ReadOnlySpan<int> Unpack(in NumberSet set)
    {
        if (_unpacked.Length < set.Count)
        {
            _unpacked = new int[set.Count + (set.Count / 4)];
        }

        set.CopyTo(_unpacked);
        return _unpacked.AsSpan(0, set.Count);
    }

    private int Number(long topic)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, topic, out var known);
        if (!known)
        {
            number = _topics.Count;
            _topics.Add(topic);
        }

        return number;
    }
}
