namespace OrleansMixi.Live;

/// <summary>
/// What waits for one connection: items in order and the vector they bring the reader to. Bounded: what does not fit
/// becomes a gap that swallows everything waiting, counts it, and stands at the newest vector.
/// </summary>
internal sealed class ReaderQueue(int capacity)
{
    private readonly Lock _lock = new();
    private readonly List<LiveItem> _items = [];
    private long[] _vector = [];
    private int _gap;
    private bool _reset;

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
                return _items.Count > 0 || _gap > 0 || _reset;
            }
        }
    }

    /// <summary>Adds a group; answers how many posts went into a gap.</summary>
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

    /// <summary>Starts the reader anew: what waits is void; answers how many posts that were.</summary>
    public int Reset(long[] vector)
    {
        lock (_lock)
        {
            var gapped = _items.Count(item => item.IsNew);
            _items.Clear();
            (_gap, _reset, _vector) = (0, true, vector);
            return gapped;
        }
    }

    /// <summary>Takes everything that waits, in order; null if nothing does.</summary>
    public (IReadOnlyList<LiveItem> Items, int Gap, bool Reset, long[] Vector)? Take()
    {
        lock (_lock)
        {
            if (_items.Count == 0 && _gap == 0 && !_reset)
            {
                return null;
            }

            // A reset or a gap is a frame of its own; what came after it goes with the next.
            IReadOnlyList<LiveItem> items = _reset || _gap > 0 ? [] : _items.ToArray();
            var taken = (items, _gap, _reset, _vector);
            if (items.Count > 0)
            {
                _items.Clear();
            }

            (_gap, _reset) = (0, false);
            return taken;
        }
    }
}
