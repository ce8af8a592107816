namespace OrleansMixi.Live;

/// <summary>
/// What waits for one connection: groups of items, each with the vector it brings the reader to. Bounded: what does not
/// fit becomes a gap that swallows everything waiting, counts it, and stands at the newest vector.
/// </summary>
internal sealed class ReaderQueue(int capacity)
{
    private readonly Lock _lock = new();
    private readonly List<LiveItem> _items = [];
    private long[] _vector = [];
    private int _gap;

    /// <summary>New posts that wait.</summary>
    public int Posts
    {
        get
        {
            lock (_lock)
            {
                return _items.Count(item => item.IsNew);
            }
        }
    }

    /// <summary>Whether anything waits.</summary>
    public bool Waits
    {
        get
        {
            lock (_lock)
            {
                return _items.Count > 0 || _gap > 0;
            }
        }
    }

    /// <summary>Adds a group; answers how many posts it pushed into the gap.</summary>
    public int Add(IReadOnlyList<LiveItem> items, long[] vector)
    {
        lock (_lock)
        {
            _vector = vector;
            if (_gap == 0 && _items.Count + items.Count <= capacity)
            {
                _items.AddRange(items);
                return 0;
            }

            var gapped = _items.Count(item => item.IsNew) + items.Count(item => item.IsNew);
            _items.Clear();

            // A gap of changes alone is a gap still: the reader must look again.
            _gap = Math.Max(1, _gap + gapped);
            return gapped;
        }
    }

    /// <summary>Takes everything that waits, in order; false if nothing does.</summary>
    public bool Take(out IReadOnlyList<LiveItem> items, out int gap, out long[] vector)
    {
        lock (_lock)
        {
            (items, gap, vector) = (_items.ToArray(), _gap, _vector);
            _items.Clear();
            _gap = 0;
            return items.Count > 0 || gap > 0;
        }
    }
}
