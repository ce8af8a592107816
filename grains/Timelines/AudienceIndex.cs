using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace OrleansMixi.Timelines;

/// <summary>
/// Who of a shard's members follows which topic, both ways round. Members are seats (<see cref="Log.LogShape.SeatOf"/>) and
/// topics are numbered here as they appear.
/// </summary>
internal sealed class AudienceIndex
{
    /// <summary>The number of a topic that nobody here follows.</summary>
    public const int Nobody = -1;

    // How far ahead a set and then its numbers are asked for, in topics.
    private const int Sets = 16, Members = 8;

    private readonly Dictionary<long, int> _numbers = [];
    private readonly List<long> _topics = [];
    private NumberSet[] _followers = [];
    private NumberSet[] _followed = [];

    /// <summary>How many edges there are.</summary>
    public long Edges { get; private set; }

    /// <summary>The number of a topic here; <see cref="Nobody"/> if it has none.</summary>
    public int Find(long topic) => _numbers.TryGetValue(topic, out var number) ? number : Nobody;

    /// <summary>How many of the shard's members follow a topic, by its number.</summary>
    public int Count(int topic) => topic == Nobody ? 0 : _followers[topic].Count;

    /// <summary>Writes the seats of the members that follow a topic, rising; answers how many.</summary>
    public int CopyFollowers(int topic, Span<int> seats)
    {
        if (topic == Nobody)
        {
            return 0;
        }

        ref readonly var followers = ref _followers[topic];
        followers.CopyTo(seats);
        return followers.Count;
    }

    /// <summary>Asks for the memory of the topics that come after one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Ahead(ReadOnlySpan<int> topics, int i)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        if (i + Sets < topics.Length && topics[i + Sets] is >= 0 and var far)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref _followers[far]));
        }

        if (i + Members < topics.Length && topics[i + Members] is >= 0 and var near)
        {
            _followers[near].Prefetch();
        }
    }

    /// <summary>Topics that a member follows.</summary>
    public long[] Topics(int seat)
    {
        var set = seat < _followed.Length ? _followed[seat] : default;
        var numbers = new int[set.Count];
        set.CopyTo(numbers);
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
