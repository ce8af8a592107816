using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace OrleansMixi.Timelines;

/// <summary>
/// Who of a shard's members follows which topic, both ways round. Members are seats (<see cref="Log.LogShape.SeatOf"/>),
/// topics have the host's <see cref="TopicNumbers"/>.
/// </summary>
internal sealed class AudienceIndex(TopicNumbers topics)
{
    // How far ahead a set and then its numbers are asked for, in topics.
    private const int Sets = 16, Members = 8;
    private NumberSet[] _followers = [];
    private NumberSet[] _followed = [];

    /// <summary>How many edges there are.</summary>
    public long Edges { get; private set; }

    /// <summary>How many of the shard's members follow a topic, by its number.</summary>
    public int Count(int topic) => (uint)topic < (uint)_followers.Length ? _followers[topic].Count : 0;

    /// <summary>Writes the seats of the members that follow a topic, rising; answers how many.</summary>
    public int CopyFollowers(int topic, Span<int> seats)
    {
        if ((uint)topic >= (uint)_followers.Length)
        {
            return 0;
        }

        ref readonly var followers = ref _followers[topic];
        followers.CopyTo(seats);
        return followers.Count;
    }

    /// <summary>Asks for the memory of the topics that come after one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Ahead(ReadOnlySpan<int> numbers, int i)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        if (i + Sets < numbers.Length && (uint)numbers[i + Sets] is var far && far < (uint)_followers.Length)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref _followers[far]));
        }

        if (i + Members < numbers.Length && (uint)numbers[i + Members] is var near && near < (uint)_followers.Length)
        {
            _followers[near].Prefetch();
        }
    }

    /// <summary>Topics that a member follows.</summary>
    public long[] Topics(int seat) => Array.ConvertAll(Numbers(seat), topics.Topic);

    /// <summary>The same by number.</summary>
    public int[] Numbers(int seat)
    {
        var set = seat < _followed.Length ? _followed[seat] : default;
        var numbers = new int[set.Count];
        set.CopyTo(numbers);
        return numbers;
    }

    /// <summary>Adds an edge; false if it was there. Quickest when a topic's members come rising.</summary>
    public bool Add(int seat, long topic)
    {
        var number = topics.Add(topic);
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
        var number = topics.Find(topic);
        if ((uint)number >= (uint)_followers.Length || !_followers[number].Remove(seat))
        {
            return false;
        }

        _followed[seat].Remove(number);
        Edges--;
        return true;
    }
}
