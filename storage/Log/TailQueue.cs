namespace OrleansMixi.Log;

/// <summary>The recent entries of one queue: a ring that holds everything with <c>Floor &lt; id ≤ To</c>.</summary>
internal sealed class TailQueue(int queue, int length, Action<Activity> tell)
{
    private readonly Lock _lock = new();
    private readonly Activity[] _ring = new Activity[length];
    private TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _first;
    private long _next;

    // Until the heads are known nothing follows anything.
    private long _to = -1;
    private long _floor = -1;

    public long To => Volatile.Read(ref _to);

    public long Floor => Volatile.Read(ref _floor);

    public int Queue => queue;

    public void Begin(long head)
    {
        lock (_lock)
        {
            if (_to < 0)
            {
                (_to, _floor) = (head, head);
            }
        }
    }

    /// <summary>Takes a link, or the part of it that is new; false if something between is missing.</summary>
    public bool Append(long from, long to, IReadOnlyList<Activity> entries)
    {
        lock (_lock)
        {
            if (_to < 0 || from > _to)
            {
                return false;
            }

            if (to <= _to)
            {
                return true;
            }

            foreach (var entry in entries)
            {
                if (entry.Header.Id > _to)
                {
                    Push(entry);
                    tell(entry);
                }
            }

            Volatile.Write(ref _to, to);
            var grown = _grown;
            _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
            grown.SetResult();
            return true;
        }
    }

    public LogRange? Read(long after, int limit)
    {
        lock (_lock)
        {
            if (after < _floor || _to < 0)
            {
                return null;
            }

            var start = FirstAfter(after);
            var count = (int)Math.Min(limit, _next - start);
            var entries = new Activity[Math.Max(0, count)];
            for (var i = 0; i < entries.Length; i++)
            {
                entries[i] = _ring[(start + i) % length];
            }

            var to = start + count < _next ? entries[^1].Header.Id : _to;
            return new(after, Math.Max(after, to), entries);
        }
    }

    // One for all who wait: a wait that is given up leaves nothing behind.
    public Task Beyond(long position)
    {
        lock (_lock)
        {
            return _to > position ? Task.CompletedTask : _grown.Task;
        }
    }

    private void Push(Activity entry)
    {
        if (_next - _first == length)
        {
            Volatile.Write(ref _floor, _ring[_first % length].Header.Id);
            _first++;
        }

        _ring[_next++ % length] = entry;
    }

    private long FirstAfter(long id)
    {
        var (low, high) = (_first, _next);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = _ring[middle % length].Header.Id > id ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
