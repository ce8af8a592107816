using OrleansMixi.Live;
using OrleansMixi.Log;

namespace OrleansMixi.Timelines;

/// <summary>The web hosts that have readers at a shard, and what the running batch means to each.</summary>
internal sealed class GatewayTable(ReaderIndex readers)
{
    private readonly Dictionary<GrainId, GatewaySeat> _gateways = [];
    private readonly List<ReaderKey> _concerned = [];
    private (long Topic, int Author) _last = (-1, 0);

    /// <summary>Live readers × posts that concerned them.</summary>
    public long Watching { get; private set; }

    /// <summary>Notes that a gateway lives.</summary>
    public void Heard(ILiveGateway gateway, long timestamp)
    {
        var id = gateway.GetGrainId();
        if (!_gateways.TryGetValue(id, out var seat))
        {
            _gateways[id] = seat = new(gateway);
        }

        seat.Heard = timestamp;
    }

    /// <summary>Gateways not heard of since a moment.</summary>
    public IReadOnlyList<GrainId> Silent(long since) => [.. _gateways.Where(pair => pair.Value.Heard < since).Select(pair => pair.Key)];

    /// <summary>Forgets a gateway.</summary>
    public void Remove(GrainId gateway) => _gateways.Remove(gateway);

    /// <summary>Notes whom an entry concerns.</summary>
    public void Collect(ActivityHeader entry)
    {
        if (_gateways.Count == 0)
        {
            return;
        }

        if (!entry.IsTold)
        {
            // It may be an edge, which changes whom the next entry concerns.
            _last = (-1, 0);
            return;
        }

        // Posts of one author mostly come together, and concern the same readers.
        if (_last != (entry.Topic, entry.Author))
        {
            Find(entry);
        }

        foreach (var (_, gateway) in _gateways)
        {
            gateway.Concerns(entry);
        }

        Watching += entry.Kind == ActivityKind.Post ? _concerned.Count : 0;
    }

    /// <summary>Hands the collected entries over, one call per gateway; gateways without any get the range, so that their chain stays whole.</summary>
    public void Send(int shard, long epoch, int queue, long from, long to)
    {
        _last = (-1, 0);
        foreach (var (_, gateway) in _gateways)
        {
            gateway.Gateway.Deliver(new(shard, epoch, queue, from, to, gateway.TakeEntries())).Ignore();
        }
    }

    private void Find(in ActivityHeader entry)
    {
        _last = (entry.Topic, entry.Author);
        _concerned.Clear();
        readers.Collect(entry, _concerned);
        foreach (var (_, gateway) in _gateways)
        {
            gateway.Begin();
        }

        foreach (var reader in _concerned)
        {
            if (_gateways.TryGetValue(reader.Gateway, out var gateway))
            {
                gateway.Add(reader.Reader);
            }
        }
    }
}
