using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace OrleansMixi.Timelines;

/// <summary>The active timelines of a shard, by seat, within a budget: when it is spent, rings that were not read lately go (second chance).</summary>
internal sealed class RingTable(int capacity, long budget)
{
    // How far ahead of the append the memory of table, ring and slot is asked for, in followers.
    private const int Table = 24, Rings = 16, Slots = 8;

    private readonly Queue<int> _order = [];
    private Ring?[] _rings = [];
    private long _slots;

    /// <summary>How many timelines are active.</summary>
    public int Count { get; private set; }

    /// <summary>The ring of a member, if active.</summary>
    public bool TryGet(int seat, [MaybeNullWhen(false)] out Ring ring) => (ring = seat < _rings.Length ? _rings[seat] : null) is not null;

    /// <summary>Makes an empty ring for a member.</summary>
    public Ring Open(int seat)
    {
        Close(seat);
        var ring = new Ring(capacity);
        Dense.At(ref _rings, seat) = ring;
        Count++;
        _order.Enqueue(seat);
        _slots += ring.Slots;
        Evict(seat);
        return ring;
    }

    /// <summary>Adds an id to a ring of this table.</summary>
    public void Add(Ring ring, long id) => _slots += ring.Add(id);

    /// <summary>Adds an id to the rings of all these seats that have one; answers how many have.</summary>
    // Optimised at once: under load the runtime puts off its second look at hot loops for seconds.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Add(ReadOnlySpan<int> seats, long id)
    {
        var added = 0;
        for (var i = 0; i < seats.Length; i++)
        {
            Ahead(seats, i);
            if (TryGet(seats[i], out var ring))
            {
                _slots += ring.Add(id);
                added++;
            }
        }

        return added;
    }

    /// <summary>Forgets a timeline; reading builds it anew.</summary>
    public void Close(int seat)
    {
        if (TryGet(seat, out var ring))
        {
            _rings[seat] = null;
            Count--;
            _slots -= ring.Slots;
        }
    }

    /// <summary>Three steps lie between a follower's number and its next slot; each is asked for before it is needed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe void Ahead(ReadOnlySpan<int> seats, int i)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        if (i + Table < seats.Length && seats[i + Table] is var far && far < _rings.Length)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref _rings[far]));
        }

        if (i + Rings < seats.Length && TryGet(seats[i + Rings], out var next))
        {
            next.Prefetch();
        }

        if (i + Slots < seats.Length && TryGet(seats[i + Slots], out var near))
        {
            near.PrefetchSlot();
        }
    }

    private void Evict(int keep)
    {
        for (var looks = 2 * _order.Count; _slots > budget && looks > 0; looks--)
        {
            var seat = _order.Dequeue();
            if (!TryGet(seat, out var ring))
            {
                continue;
            }

            if (ring.Used || seat == keep)
            {
                ring.Used = false;
                _order.Enqueue(seat);
            }
            else
            {
                Close(seat);
            }
        }
    }
}
