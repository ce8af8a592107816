using System.Runtime.InteropServices;

namespace OrleansMixi.Timelines;

/// <summary>
/// Who of a shard's members follows which topic, both ways round. Members are seats (<see cref="Log.LogShape.SeatOf"/>) and
/// topics are numbered here as they appear, so that an edge costs two times four bytes.
/// </summary>
internal sealed class AudienceIndex
{
    private readonly Dictionary<long, int> _numbers = [];
    private readonly List<long> _topics = [];
    private Bag[] _followers = [];
    private Bag[] _followed = [];

    /// <summary>How many edges there are.</summary>
    public long Edges { get; private set; }

    /// <summary>Seats of the members that follow a topic, in no order; valid until the next change.</summary>
    public ReadOnlySpan<int> Followers(long topic) => _numbers.TryGetValue(topic, out var number) ? _followers[number].Items : [];

    /// <summary>Topics that a member follows.</summary>
    public long[] Topics(int seat)
    {
        var numbers = Followed(seat);
        var topics = new long[numbers.Length];
        for (var i = 0; i < topics.Length; i++)
        {
            topics[i] = _topics[numbers[i]];
        }

        return topics;
    }

    /// <summary>Whether a member follows a topic.</summary>
    public bool Follows(int seat, long topic) => _numbers.TryGetValue(topic, out var number) && Followed(seat).Contains(number);

    /// <summary>Adds an edge; false if it was there.</summary>
    public bool Add(int seat, long topic)
    {
        var number = Number(topic);
        if (Followed(seat).Contains(number))
        {
            return false;
        }

        Dense.At(ref _followed, seat).Add(number);
        Dense.At(ref _followers, number).Add(seat);
        Edges++;
        return true;
    }

    /// <summary>Removes an edge; false if it was not there.</summary>
    public bool Remove(int seat, long topic)
    {
        if (seat >= _followed.Length || !_numbers.TryGetValue(topic, out var number) || !_followed[seat].Remove(number))
        {
            return false;
        }

        _followers[number].Remove(seat);
        Edges--;
        return true;
    }

    private ReadOnlySpan<int> Followed(int seat) => seat < _followed.Length ? _followed[seat].Items : [];

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
