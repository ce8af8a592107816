using System.Collections.Concurrent;

namespace OrleansMixi.Town;

/// <summary>What was acknowledged, and what remained without an answer and so may be there or not.</summary>
internal sealed class Ledger<TKey>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, bool> _written = new();

    /// <summary>Everything acknowledged.</summary>
    public IEnumerable<TKey> Acknowledged => _written.Where(entry => entry.Value).Select(entry => entry.Key);

    /// <summary>Everything that may be there or not.</summary>
    public IEnumerable<TKey> Doubtful => _written.Where(entry => !entry.Value).Select(entry => entry.Key);

    /// <summary>Notes what became of something that was asked for; once acknowledged it stays so.</summary>
    public void Note(TKey key, bool acknowledged) => _written.AddOrUpdate(key, acknowledged, (_, before) => before || acknowledged);

    /// <summary>Compares with what was found.</summary>
    public LedgerBalance Balance(IEnumerable<TKey> found)
    {
        var (times, strange) = (new Dictionary<TKey, int>(), 0);
        foreach (var key in found)
        {
            times[key] = times.GetValueOrDefault(key) + 1;
            strange += _written.ContainsKey(key) ? 0 : 1;
        }

        var (expected, delivered) = (0L, 0L);
        foreach (var key in Acknowledged)
        {
            expected++;
            delivered += times.ContainsKey(key) ? 1 : 0;
        }

        return new(expected, delivered, strange + times.Where(entry => _written.ContainsKey(entry.Key)).Sum(entry => entry.Value - 1L));
    }
}
