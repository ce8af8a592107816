using OrleansMixi.Live;
using OrleansMixi.Log;

namespace OrleansMixi.Timelines;

/// <summary>The web hosts that have readers at a shard, and what the running batch means to each.</summary>
internal sealed class GatewayTable(ReaderIndex readers)
{
    private readonly Dictionary<GrainId, (ILiveGateway Gateway, long Heard)> _gateways = [];
    private readonly Dictionary<GrainId, List<LiveEntry>> _entries = [];
    private readonly HashSet<ReaderKey> _concerned = [];

    /// <summary>Live readers × posts that concerned them.</summary>
    public long Watching { get; private set; }

    /// <summary>Notes that a gateway lives.</summary>
    public void Heard(ILiveGateway gateway, long timestamp) => _gateways[gateway.GetGrainId()] = (gateway, timestamp);

    /// <summary>Gateways not heard of since a moment.</summary>
    public IReadOnlyList<GrainId> Silent(long since) => [.. _gateways.Where(pair => pair.Value.Heard < since).Select(pair => pair.Key)];

    /// <summary>Forgets a gateway.</summary>
    public void Remove(GrainId gateway) => _gateways.Remove(gateway);

    /// <summary>Notes whom an entry concerns.</summary>
    public void Collect(ActivityHeader entry)
    {
        if (_gateways.Count == 0 || entry.Kind > ActivityKind.Delete)
        {
            return;
        }

        readers.Collect(entry, _concerned);
        foreach (var group in _concerned.GroupBy(reader => reader.Gateway))
        {
            if (!_entries.TryGetValue(group.Key, out var entries))
            {
                _entries[group.Key] = entries = [];
            }

            entries.Add(new(entry, [.. group.Select(reader => reader.Reader)]));
        }

        Watching += entry.Kind == ActivityKind.Post ? _concerned.Count : 0;
        _concerned.Clear();
    }

    /// <summary>Hands the collected entries over, one call per gateway; gateways without any get the range, so that their chain stays whole.</summary>
    public void Send(int shard, long epoch, int queue, long from, long to)
    {
        foreach (var (id, (gateway, _)) in _gateways)
        {
            var entries = _entries.Remove(id, out var collected) ? collected.ToArray() : [];
            gateway.Deliver(new(shard, epoch, queue, from, to, entries)).Ignore();
        }

        _entries.Clear();
    }
}
