using System.Buffers;

namespace OrleansMixi.Live;

/// <summary>
/// What waits for one connection: items in order and the position they bring the reader to. Items are staged while a batch
/// is told and wait from its commit on, so that no frame has half a batch. Bounded: what does not fit becomes a gap that
/// swallows everything waiting, counts it, and stands at the newest position. Empty, it holds no memory.
/// </summary>
internal sealed class ReaderQueue(int capacity)
{
    private const int Smallest = 16;
    private LiveItem[] _items = [];
    private LivePosition? _position;
    private int _staged;
    private int _ready;
    private int _gap;
    private bool _reset;

    /// <summary>Where the reader stands when everything that waits is written; null before it stood anywhere. Only the link moves it.</summary>
    public LivePosition? Position => Volatile.Read(ref _position);

    /// <summary>Puts items behind what waits; they go out after <see cref="Commit"/>.</summary>
    public void Stage(ReadOnlySpan<LiveItem> items)
    {
        lock (this)
        {
            if (_items.Length < _staged + items.Length)
            {
                Grow(_staged + items.Length);
            }

            items.CopyTo(_items.AsSpan(_staged));
            _staged += items.Length;
        }
    }

    /// <summary>What was staged waits from now on, and the reader stands at the position after it; answers how many posts went into a gap.</summary>
    public int Commit(LivePosition position)
    {
        lock (this)
        {
            _position = LivePosition.Furthest(_position, position);
            if (_gap == 0 && _staged <= capacity)
            {
                _ready = _staged;
                return 0;
            }

            // A gap of changes alone is a gap still: the reader must look again.
            var gapped = Clear();
            _gap = Math.Max(1, _gap + gapped);
            return gapped;
        }
    }

    /// <summary>Starts the reader anew: what waits is void; answers how many posts that were.</summary>
    public int Reset(LivePosition position)
    {
        lock (this)
        {
            (_gap, _reset, _position) = (0, true, position);
            return Clear();
        }
    }

    /// <summary>Forgets what waits; answers how many posts that were.</summary>
    public int Clear()
    {
        lock (this)
        {
            var posts = 0;
            foreach (ref readonly var item in _items.AsSpan(0, _staged))
            {
                posts += item.IsNew ? 1 : 0;
            }

            Return(_items);
            (_items, _staged, _ready) = ([], 0, 0);
            return posts;
        }
    }

    /// <summary>Whether anything waits.</summary>
    public bool Waits
    {
        get
        {
            lock (this)
            {
                return _ready > 0 || _gap > 0 || _reset;
            }
        }
    }

    /// <summary>Takes everything that waits, in order, to be given back with <see cref="Return(in LiveFrame)"/>; false if nothing does.</summary>
    public bool TryTake(out LiveFrame frame)
    {
        lock (this)
        {
            if (_ready == 0 && _gap == 0 && !_reset)
            {
                frame = new(ArraySegment<LiveItem>.Empty, 0, false, _position!);
                return false;
            }

            // A reset or a gap is a frame of its own; what came after it goes with the next.
            var items = _reset || _gap > 0 ? ArraySegment<LiveItem>.Empty : new ArraySegment<LiveItem>(_items, 0, _ready);
            frame = new(items, _gap, _reset, _position!);
            (_gap, _reset) = (0, false);
            if (items.Count > 0)
            {
                KeepStaged();
            }

            return true;
        }
    }

    /// <summary>Gives back the memory of a frame that was written.</summary>
    public static void Return(in LiveFrame frame) => Return(frame.Items.Array!);

    private static void Return(LiveItem[] items)
    {
        if (items.Length > 0)
        {
            ArrayPool<LiveItem>.Shared.Return(items, clearArray: true);
        }
    }

    private void KeepStaged()
    {
        var (items, from, count) = (_items, _ready, _staged - _ready);
        (_items, _staged, _ready) = ([], 0, 0);
        if (count > 0)
        {
            Grow(count);
            items.AsSpan(from, count).CopyTo(_items);
            _staged = count;
        }
    }

    private void Grow(int items)
    {
        var larger = ArrayPool<LiveItem>.Shared.Rent(Math.Max(Smallest, Math.Max(items, _items.Length * 2)));
        _items.AsSpan(0, _staged).CopyTo(larger);
        Return(_items);
        _items = larger;
    }
}
