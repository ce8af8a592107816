using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace OrleansMixi.Storage;

/// <summary>
/// A bounded cache in two generations: when the young one is full it becomes the old one, and what the old one still held
/// is forgotten. A hit in the old one makes it young again. It holds at most twice its capacity. What was loaded is
/// offered with the count of removals from before the load, so that nothing outdated is kept.
/// </summary>
public sealed class GenerationCache<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Lock _turn = new();
    private ConcurrentDictionary<TKey, TValue> _young = new();
    private ConcurrentDictionary<TKey, TValue> _old = new();
    private long _removals;

    /// <summary>Counts removals: who sees the new count no longer finds what was removed.</summary>
    public long Removals => Interlocked.Read(ref _removals);

    /// <summary>Finds a value.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (_young.TryGetValue(key, out value))
        {
            return true;
        }

        // Under the lock, so that a removal can't fall between and be undone.
        lock (_turn)
        {
            if (!_old.TryRemove(key, out value))
            {
                return false;
            }

            _young[key] = value;
            return true;
        }
    }

    /// <summary>Adds or replaces a value.</summary>
    public void Set(TKey key, TValue value)
    {
        _young[key] = value;
        if (_young.Count < capacity)
        {
            return;
        }

        lock (_turn)
        {
            if (_young.Count >= capacity)
            {
                (_old, _young) = (_young, new());
            }
        }
    }

    /// <summary>Adds a value that was loaded after so many removals; one more since, and it may be outdated already.</summary>
    public void Offer(TKey key, TValue value, long removals)
    {
        lock (_turn)
        {
            if (removals == _removals)
            {
                Set(key, value);
            }
        }
    }

    /// <summary>Forgets a value.</summary>
    public void Remove(TKey key)
    {
        lock (_turn)
        {
            _young.TryRemove(key, out _);
            _old.TryRemove(key, out _);
            Interlocked.Increment(ref _removals);
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_turn)
        {
            (_young, _old) = (new(), new());
            Interlocked.Increment(ref _removals);
        }
    }
}
