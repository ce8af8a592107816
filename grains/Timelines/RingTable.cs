using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using OrleansMixi.Log;

namespace OrleansMixi.Timelines;

/// <summary>
/// The active timelines of a shard, by seat: each the newest ids of what its member follows, at least so many if there
/// are. Ids nearly always arrive in order; one that comes late (from another queue) is moved to its place, and one that
/// comes twice changes nothing.
/// </summary>
internal sealed class RingTable(int capacity, long budget)
{
    // How far ahead of the append the memory of head and slot is asked for, in followers: at random over many rings,
    // memory is what one waits for.
    private const int Heads = 32, Slots = 16;

    private readonly ChunkSlab _slab = new();
    private Ring[] _rings = [];
    private int _openings;
    private int _hand;

    /// <summary>How many timelines are active.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a timeline is active with its history; marks it as used.</summary>
    public bool Use(int seat)
    {
        if (!Is(seat, RingMarks.Complete))
        {
            return false;
        }

        _rings[seat].Marks |= RingMarks.Used;
        return true;
    }

    /// <summary>Opens an empty timeline that takes new ids from now on; answers the number of this opening.</summary>
    public int Open(int seat)
    {
        Close(seat);
        Dense.At(ref _rings, seat) = new() { Newest = ChunkSlab.None, Oldest = ChunkSlab.None, Opening = ++_openings, Marks = RingMarks.Active | RingMarks.Used };
        Count++;
        return _openings;
    }

    /// <summary>Closes a timeline; reading builds it anew.</summary>
    public void Close(int seat)
    {
        if (Is(seat, RingMarks.Active))
        {
            Empty(ref _rings[seat]);
            _rings[seat] = default;
            Count--;
        }
    }

    /// <summary>Adds history to what arrived since an opening; false if that opening was closed meanwhile.</summary>
    public bool Fill(int seat, int opening, ReadOnlySpan<long> newestFirst, bool more)
    {
        if (!Is(seat, RingMarks.Active) || _rings[seat].Opening != opening)
        {
            return false;
        }

        ref var ring = ref _rings[seat];
        var ids = new List<long>(newestFirst.Length + ring.Count);
        ids.AddRange(newestFirst);
        var (chunk, place) = (ring.Newest, ChunkSlab.Ids - ring.Room);
        while (ring.Count > 0 && Back(ring, ref chunk, ref place))
        {
            ids.Add(_slab.At(chunk, place));
        }

        Empty(ref ring);
        foreach (var id in ids.Distinct().Order())
        {
            Add(ref ring, id);
        }

        ring.Marks |= RingMarks.Complete | (more ? RingMarks.Truncated : RingMarks.None);
        return true;
    }

    /// <summary>Reads the newest ids of an active timeline below a bound and not beyond a vector.</summary>
    public RingPage Read(int seat, long before, ReadOnlySpan<long> vector, int limit)
    {
        ref readonly var ring = ref _rings[seat];
        var ids = new long[limit];
        var (count, rest) = (0, Math.Min(ring.Count, capacity));
        var (chunk, place) = (ring.Newest, ChunkSlab.Ids - ring.Room);
        for (; rest > 0 && Back(ring, ref chunk, ref place); rest--)
        {
            if (_slab.At(chunk, place) is var id && id < before && id <= vector[PostId.Queue(id)])
            {
                if (count == limit)
                {
                    return new(ids, RingRest.InRing);
                }

                ids[count++] = id;
            }
        }

        Array.Resize(ref ids, count);
        return new(ids, ring.Is(RingMarks.Truncated) || ring.Count > capacity ? RingRest.InHistory : RingRest.Nothing);
    }

    /// <summary>Adds to each of these seats, if it has a ring, the id at the same place; answers how many have.</summary>
    // Optimised at once: under load the runtime puts off its second look at hot loops for seconds.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Add(ReadOnlySpan<int> seats, ReadOnlySpan<long> ids)
    {
        var (rings, added) = (_rings, 0);
        for (var i = 0; i < seats.Length; i++)
        {
            Ahead(rings, seats, i);
            if (seats[i] < rings.Length && Add(ref rings[seats[i]], ids[i]))
            {
                added++;
            }
        }

        return added;
    }

    /// <summary>Gives up timelines that were not read lately until the budget is kept (second chance).</summary>
    public void Evict(int keep = -1)
    {
        for (var looks = 2 * _rings.Length; (long)_slab.Taken * ChunkSlab.Ids > budget && looks > 0; looks--)
        {
            _hand = _hand + 1 < _rings.Length ? _hand + 1 : 0;
            if (Is(_hand, RingMarks.Used))
            {
                _rings[_hand].Marks &= ~RingMarks.Used;
            }
            else if (_hand != keep)
            {
                Close(_hand);
            }
        }
    }

    private bool Is(int seat, RingMarks marks) => seat < _rings.Length && _rings[seat].Is(marks);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Add(ref Ring ring, long id)
    {
        if (ring.Room == 0 || id <= ring.Last)
        {
            return AddSlowly(ref ring, id);
        }

        _slab.At(ring.Newest, ChunkSlab.Ids - ring.Room) = ring.Last = id;
        ring.Room--;
        ring.Count++;
        return true;
    }

    /// <summary>Two steps lie between a follower's number and its next slot; each is asked for before it is needed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe void Ahead(Ring[] rings, ReadOnlySpan<int> seats, int i)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        if (i + Heads < seats.Length && seats[i + Heads] is var far && far < rings.Length)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref rings[far]));
        }

        if (i + Slots < seats.Length && seats[i + Slots] is var near && near < rings.Length && rings[near].Room > 0)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref _slab.At(rings[near].Newest, ChunkSlab.Ids - rings[near].Room)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private bool AddSlowly(ref Ring ring, long id)
    {
        if (!ring.Is(RingMarks.Active))
        {
            return false;
        }

        if (ring.Room == 0)
        {
            Extend(ref ring);
        }

        if (id > ring.Last)
        {
            return Add(ref ring, id);
        }

        // From the end: late ids are late by little.
        var (chunk, place, later) = (ring.Newest, ChunkSlab.Ids - ring.Room, 0);
        while (Back(ring, ref chunk, ref place))
        {
            if (_slab.At(chunk, place) == id)
            {
                return true;
            }

            if (_slab.At(chunk, place) < id)
            {
                Insert(ref ring, id, later);
                return true;
            }

            later++;
        }

        if (!ring.Is(RingMarks.Truncated))
        {
            Insert(ref ring, id, later);
        }

        return true;
    }

    /// <summary>Puts an id before the last few.</summary>
    private void Insert(ref Ring ring, long id, int later)
    {
        var (chunk, place) = (ring.Newest, ChunkSlab.Ids - ring.Room);
        for (; later > 0; later--)
        {
            var (to, at) = (chunk, place);
            Back(ring, ref chunk, ref place);
            _slab.At(to, at) = _slab.At(chunk, place);
        }

        _slab.At(chunk, place) = id;
        ring.Room--;
        ring.Count++;
    }

    private bool Back(in Ring ring, ref int chunk, ref int place)
    {
        if (place > 0)
        {
            place--;
            return true;
        }

        if (chunk == ring.Oldest)
        {
            return false;
        }

        (chunk, place) = (_slab.Older(chunk), ChunkSlab.Ids - 1);
        return true;
    }

    /// <summary>Puts an empty chunk in front; the oldest one, once the rest holds enough without it.</summary>
    private void Extend(ref Ring ring)
    {
        if (ring.Newest == ChunkSlab.None)
        {
            ring.Newest = ring.Oldest = _slab.Take();
            _slab.Link(ring.Newest, ChunkSlab.None, ChunkSlab.None);
            ring.Room = ChunkSlab.Ids;
            return;
        }

        var chunk = ring.Count - ChunkSlab.Ids >= capacity ? Drop(ref ring) : _slab.Take();
        _slab.Link(ring.Newest, _slab.Older(ring.Newest), chunk);
        _slab.Link(chunk, ring.Newest, ChunkSlab.None);
        (ring.Newest, ring.Room) = (chunk, ChunkSlab.Ids);
    }

    private int Drop(ref Ring ring)
    {
        var chunk = ring.Oldest;
        ring.Oldest = _slab.Newer(chunk);
        ring.Count -= ChunkSlab.Ids;
        ring.Marks |= RingMarks.Truncated;
        return chunk;
    }

    private void Empty(ref Ring ring)
    {
        for (var chunk = ring.Newest; chunk != ChunkSlab.None;)
        {
            var older = chunk == ring.Oldest ? ChunkSlab.None : _slab.Older(chunk);
            _slab.Give(chunk);
            chunk = older;
        }

        (ring.Newest, ring.Oldest, ring.Count, ring.Room, ring.Last) = (ChunkSlab.None, ChunkSlab.None, 0, 0, 0);
    }
}
