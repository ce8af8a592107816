using System.Diagnostics;

namespace OrleansMixi.Timelines;

/// <summary>A small set of numbers in no order, with at most a quarter of slack.</summary>
[DebuggerDisplay("Count = {Count}")]
internal struct Bag
{
    private int[]? _items;

    /// <summary>How many numbers it holds.</summary>
    public int Count { get; private set; }

    /// <summary>The numbers, valid until the next change.</summary>
    public readonly ReadOnlySpan<int> Items => _items.AsSpan(0, Count);

    /// <summary>Adds a number that is not in it.</summary>
    public void Add(int number)
    {
        if (Count == (_items?.Length ?? 0))
        {
            Array.Resize(ref _items, Count + Math.Max(4, Count / 4));
        }

        _items![Count++] = number;
    }

    /// <summary>Removes a number; false if it was not there.</summary>
    public bool Remove(int number)
    {
        var place = Items.IndexOf(number);
        if (place < 0)
        {
            return false;
        }

        _items![place] = _items[--Count];
        return true;
    }
}
