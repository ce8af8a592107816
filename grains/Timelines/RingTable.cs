using System.Diagnostics.CodeAnalysis;

namespace OrleansMixi.Timelines;

/// <summary>The active timelines of a shard within a budget: when it is spent, rings that were not read lately go (second chance).</summary>
internal sealed class RingTable(int capacity, long budget)
{
    private readonly Dictionary<int, Ring> _rings = [];
    private readonly Queue<int> _order = [];
    private long _slots;

    /// <summary>How many timelines are active.</summary>
    public int Count => _rings.Count;

    /// <summary>The ring of a member, if active.</summary>
    public bool TryGet(int member, [MaybeNullWhen(false)] out Ring ring) => _rings.TryGetValue(member, out ring);

    /// <summary>Makes an empty ring for a member.</summary>
    public Ring Open(int member)
    {
        var ring = new Ring(capacity);
        _rings[member] = ring;
        _order.Enqueue(member);
        _slots += ring.Slots;
        Evict(member);
        return ring;
    }

    /// <summary>Adds an id to a ring of this table.</summary>
    public void Add(Ring ring, long id)
    {
        var before = ring.Slots;
        ring.Add(id);
        _slots += ring.Slots - before;
    }

    /// <summary>Forgets a timeline; reading builds it anew.</summary>
    public void Close(int member)
    {
        if (_rings.Remove(member, out var ring))
        {
            _slots -= ring.Slots;
        }
    }

    private void Evict(int keep)
    {
        for (var looks = 2 * _order.Count; _slots > budget && looks > 0; looks--)
        {
            var member = _order.Dequeue();
            if (!_rings.TryGetValue(member, out var ring))
            {
                continue;
            }

            if (ring.Used || member == keep)
            {
                ring.Used = false;
                _order.Enqueue(member);
            }
            else
            {
                Close(member);
            }
        }
    }
}
