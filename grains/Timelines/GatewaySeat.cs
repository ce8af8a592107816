using OrleansMixi.Live;
using OrleansMixi.Log;

namespace OrleansMixi.Timelines;

/// <summary>A web host at a shard: when it was heard of, and the entries of the running batch that concern readers there.</summary>
internal sealed class GatewaySeat(ILiveGateway gateway)
{
    private readonly List<LiveEntry> _entries = [];
    private readonly List<int> _readers = [];
    private int[]? _shared;

    public ILiveGateway Gateway => gateway;

    /// <summary>When it was last heard of.</summary>
    public long Heard { get; set; }

    /// <summary>Begins to collect readers whom the next entries concern.</summary>
    public void Begin()
    {
        _readers.Clear();
        _shared = null;
    }

    /// <summary>Adds a reader whom the next entries concern.</summary>
    public void Add(int reader) => _readers.Add(reader);

    /// <summary>Notes an entry that concerns the readers collected; entries in a row share one array.</summary>
    public void Concerns(in ActivityHeader entry)
    {
        if (_readers.Count > 0)
        {
            _entries.Add(new(entry, _shared ??= [.. _readers]));
        }
    }

    /// <summary>Takes the entries collected.</summary>
    public LiveEntry[] TakeEntries()
    {
        LiveEntry[] entries = [.. _entries];
        _entries.Clear();
        return entries;
    }
}
