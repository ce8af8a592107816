namespace OrleansMixi.Timelines;

/// <summary>
/// The newest ids of one timeline, rising, at most a fixed number. Ids nearly always arrive in order; one that comes late
/// (from another queue) is moved to its place. Inserting an id twice changes nothing.
/// </summary>
internal sealed class Ring(int capacity)
{
    private long[] _ids = new long[Math.Min(capacity, 8)];
    private int _start;
    private int _count;

    /// <summary>How many ids it holds.</summary>
    public int Count => _count;

    /// <summary>Slots in use of the process's memory.</summary>
    public int Slots => _ids.Length;

    /// <summary>Whether an id had to go: history continues in the database.</summary>
    public bool Truncated { get; private set; }

    /// <summary>Whether history has been added: before that it holds only what arrived since it was opened.</summary>
    public bool Complete { get; set; }

    /// <summary>Whether it was read since the last look for rings to evict.</summary>
    public bool Used { get; set; } = true;

    /// <summary>The id at a place, 0 the oldest.</summary>
    public long this[int index] => _ids[(_start + index) % _ids.Length];

    /// <summary>Adds an id.</summary>
    public void Add(long id)
    {
        var place = _count;
        while (place > 0 && this[place - 1] >= id)
        {
            if (this[place - 1] == id)
            {
                return;
            }

            place--;
        }

        if (_count == capacity)
        {
            Truncated = true;
            if (place == 0)
            {
                return;
            }

            _start = (_start + 1) % _ids.Length;
            _count--;
            place--;
        }
        else if (_count == _ids.Length)
        {
            Grow();
        }

        for (var i = _count; i > place; i--)
        {
            Set(i, this[i - 1]);
        }

        Set(place, id);
        _count++;
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

    private void Set(int index, long id) => _ids[(_start + index) % _ids.Length] = id;

    private void Grow()
    {
        var larger = new long[Math.Min(capacity, _ids.Length + Math.Max(8, _ids.Length / 4))];
        for (var i = 0; i < _count; i++)
        {
            larger[i] = this[i];
        }

        (_ids, _start) = (larger, 0);
    }
}
