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

    // Counted here: to ask the dictionary takes all of its locks.
    private int _count;
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

            Put(key, value);
            return true;
        }
    }

    /// <summary>Adds or replaces a value.</summary>
    public void Set(TKey key, TValue value)
    {
        Put(key, value);
        if (Volatile.Read(ref _count) < capacity)
        {
            return;
        }

        lock (_turn)
        {
            if (_count >= capacity)
            {
                (_old, _young, _count) = (_young, new(), 0);
            }
        }
    }

    /// <summary>Adds a value that was loaded after so many removals; after one more it may be outdated already and is left out.</summary>
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
            if (_young.TryRemove(key, out _))
            {
                Interlocked.Decrement(ref _count);
            }

            _old.TryRemove(key, out _);
            Interlocked.Increment(ref _removals);
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_turn)
        {
            (_young, _old, _count) = (new(), new(), 0);
            Interlocked.Increment(ref _removals);
        }
    }

    private void Put(TKey key, TValue value)
    {
        if (_young.TryAdd(key, value))
        {
            Interlocked.Increment(ref _count);
        }
        else
        {
            _young[key] = value;
        }
    }
}
