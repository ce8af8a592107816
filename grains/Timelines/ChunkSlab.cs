using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OrleansMixi.Timelines;

/// <summary>
/// Memory for the ids of all rings of a shard: small chunks of one size, linked both ways, cut from pages that never move
/// and never go. So a ring grows without copies or garbage, and a chunk that one ring gives back serves the next.
/// </summary>
internal sealed class ChunkSlab
{
    /// <summary>Ids of one chunk; its last slot holds the links.</summary>
    public const int Ids = Slots - 1;

    /// <summary>No chunk.</summary>
    public const int None = -1;

    private const int SlotBits = 4;
    private const int Slots = 1 << SlotBits;
    private const int PageBits = 9;
    private const int PageChunks = 1 << PageBits;

    private long[][] _pages = [];
    private int _made;
    private int _free = None;

    /// <summary>Chunks in use.</summary>
    public int Taken { get; private set; }

    /// <summary>Takes a chunk; what is in it is undefined.</summary>
    public int Take()
    {
        Taken++;
        if (_free != None)
        {
            var chunk = _free;
            _free = Older(chunk);
            return chunk;
        }

        if (_made >> PageBits == _pages.Length)
        {
            Array.Resize(ref _pages, _pages.Length + 1);
            _pages[^1] = GC.AllocateUninitializedArray<long>(PageChunks * Slots, pinned: true);
        }

        return _made++;
    }

    /// <summary>Gives a chunk back.</summary>
    public void Give(int chunk)
    {
        Taken--;
        Link(chunk, _free, None);
        _free = chunk;
    }

    /// <summary>An id's place. Without a bounds check, which would read the page's head: another line of memory for every id.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref long At(int chunk, int place) => ref Unsafe.Add(
        ref MemoryMarshal.GetArrayDataReference(Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_pages), chunk >> PageBits)),
        ((chunk & (PageChunks - 1)) << SlotBits) + place);

    /// <summary>The chunk with older ids.</summary>
    public int Older(int chunk) => (int)At(chunk, Ids);

    /// <summary>The chunk with newer ids.</summary>
    public int Newer(int chunk) => (int)(At(chunk, Ids) >> 32);

    /// <summary>Sets both neighbours.</summary>
    public void Link(int chunk, int older, int newer) => At(chunk, Ids) = (uint)older | ((long)newer << 32);
}
