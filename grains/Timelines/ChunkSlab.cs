using System.Runtime.CompilerServices;

namespace OrleansMixi.Timelines;

/// <summary>
/// Memory for the ids of all rings of a shard: small chunks of one size, linked both ways, cut from large pages. So a ring
/// grows without copies or garbage, and a chunk that one ring gives back serves the next. Pages go with the slab.
/// </summary>
internal sealed unsafe class ChunkSlab
{
    /// <summary>Ids of one chunk; its last slot holds the links.</summary>
    public const int Ids = Slots - 1;

    /// <summary>No chunk.</summary>
    public const int None = -1;

    private const int SlotBits = 4;
    private const int Slots = 1 << SlotBits;
    private const int PageBits = 14;
    private const int PageChunks = 1 << PageBits;
    private const int PageBytes = PageChunks * Slots * sizeof(long);

    private long*[] _pages = [];
    private int _made;
    private int _free = None;

    // Only here: a turn of the grain that still runs while its activation ends must not read memory that is gone. The
    // collector is not told of these bytes: it would mark the whole heap again and again while rings grow.
    ~ChunkSlab()
    {
        foreach (var page in _pages)
        {
            LargePage.Free(page);
        }
    }

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
            var pages = new long*[_pages.Length + 1];
            Array.Copy(_pages, pages, _pages.Length);

            // A small town touches little of its first page, and shall not pay for more.
            pages[^1] = (long*)LargePage.Allocate(PageBytes, whole: _pages.Length > 0);
            _pages = pages;
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

    /// <summary>An id's place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref long At(int chunk, int place) => ref _pages[chunk >> PageBits][((chunk & (PageChunks - 1)) << SlotBits) + place];

    /// <summary>The chunk with older ids.</summary>
    public int Older(int chunk) => (int)At(chunk, Ids);

    /// <summary>The chunk with newer ids.</summary>
    public int Newer(int chunk) => (int)(At(chunk, Ids) >> 32);

    /// <summary>Sets both neighbours.</summary>
    public void Link(int chunk, int older, int newer) => At(chunk, Ids) = (uint)older | ((long)newer << 32);
}
