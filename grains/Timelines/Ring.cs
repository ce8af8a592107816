using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace OrleansMixi.Timelines;

/// <summary>
/// The newest ids of one timeline, rising, at most a fixed number. Ids nearly always arrive in order; one that comes late
/// (from another queue) is moved to its place. Inserting an id twice changes nothing.
/// </summary>
internal sealed class Ring(int capacity)
{
    private long[] _ids = new long[Math.Min(capacity, 8)];
    private long _last;
    private int _slots = Math.Min(capacity, 8);
    private int _start;
    private int _count;

    /// <summary>How many ids it holds.</summary>
    public int Count => _count;

    /// <summary>Slots in use of the process's memory.</summary>
    public int Slots => _slots;

    /// <summary>Whether an id had to go: history continues in the database.</summary>
    public bool Truncated { get; private set; }

    /// <summary>Whether history has been added: before that it holds only what arrived since it was opened.</summary>
    public bool Complete { get; set; }

    /// <summary>Whether it was read since the last look for rings to evict.</summary>
    public bool Used { get; set; } = true;

    /// <summary>The id at a place, 0 the oldest.</summary>
    public long this[int index] => Slot(index);

    /// <summary>Adds an id; answers by how many slots the ring grew.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Add(long id)
    {
        if (id <= _last || _count == _slots)
        {
            return AddSlowly(id);
        }

        Slot(_count++) = _last = id;
        return 0;
    }

    /// <summary>Asks for this ring's own memory, ahead of <see cref="PrefetchSlot"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch()
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref _last));
        }
    }

    /// <summary>Asks for the memory of the next id: at random over many rings, memory is what one waits for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void PrefetchSlot()
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Slot(_count)));
        }
    }

    /// <summary>Says that history continues behind the oldest id.</summary>
    public void Truncate() => Truncated = true;

    /// <summary>How many ids are below a bound.</summary>
    public int CountBelow(long bound)
    {
        var (low, high) = (0, _count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = this[middle] < bound ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int AddSlowly(long id)
    {
        // From the end: late ids are late by little, and there the memory is at hand.
        var place = _count;
        while (place > 0 && this[place - 1] >= id)
        {
            if (this[--place] == id)
            {
                return 0;
            }
        }

        var before = _slots;
        if (_count == capacity)
        {
            Truncated = true;
            if (place == 0)
            {
                return 0;
            }

            _start = _start + 1 == _slots ? 0 : _start + 1;
            _count--;
            place--;
        }
        else if (_count == _slots)
        {
            Grow();
        }

        for (var i = _count; i > place; i--)
        {
            Slot(i) = Slot(i - 1);
        }

        Slot(place) = id;
        _count++;
        _last = Math.Max(_last, id);
        return _slots - before;
    }

    /// <summary>Without a bounds check, which would read the array's head: another line of memory for every id.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref long Slot(int index)
    {
        var place = _start + index;
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_ids), place < _slots ? place : place - _slots);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Grow()
    {
        var larger = new long[Math.Min(capacity, _slots + Math.Max(8, _slots / 4))];
        for (var i = 0; i < _count; i++)
        {
            larger[i] = this[i];
        }

        (_ids, _slots, _start) = (larger, larger.Length, 0);
    }
}
