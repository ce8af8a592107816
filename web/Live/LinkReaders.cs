using OrleansMixi.Posts;

namespace OrleansMixi.Live;

/// <summary>The readers of one link, and the telling of a batch to them. Not thread-safe: the link's loop alone uses it.</summary>
internal sealed class LinkReaders(LiveTelling telling)
{
    private readonly Dictionary<int, LiveReader> _readers = [];
    private readonly List<(LiveReader Reader, Viewer Viewer)> _concerned = [];
    private readonly List<(int EndEntry, int EndConcerned)> _runs = [];
    private LiveItem[] _items = [];

    public int Count => _readers.Count;

    public IReadOnlyCollection<LiveReader> All => _readers.Values;

    /// <summary>Where the link stands; null before the first reader.</summary>
    public LinkPlace? Place { get; private set; }

    /// <summary>Begins anew at a position. A reader stands there only after it was told what leads to it and was added.</summary>
    public void StandAt(LivePosition position) => Place = new(position);

    public bool Has(LiveReader reader) => _readers.ContainsKey(reader.Number);

    public void Add(LiveReader reader)
    {
        _readers[reader.Number] = reader;
        reader.Place = Place;
    }

    public void Remove(LiveReader reader) => _readers.Remove(reader.Number);

    /// <summary>Tells a batch that fits the chain: all of it to all whom it concerns or, when something fails, nothing.</summary>
    public async ValueTask Tell(LiveBatch batch)
    {
        var place = Place!;
        if (batch.Entries.Length > 0)
        {
            // Everything that may wait or fail comes first.
            var entries = Array.ConvertAll(batch.Entries, entry => entry.Activity);
            var posts = await telling.Posts(entries);
            var exposures = await telling.Exposures(entries, posts);
            await Concern(batch.Entries);
            Stage(batch, place.Position.Vector[batch.Queue], posts, exposures);
        }

        var position = place.Position.With(batch.Queue, batch.To);
        foreach (var (reader, _) in _concerned)
        {
            reader.Commit(position);
        }

        place.Position = position;
        _concerned.Clear();
        _runs.Clear();
    }

    /// <summary>Finds readers and viewers once for each run of entries that concern the same: posts of one author mostly come together.</summary>
    private async ValueTask Concern(LiveEntry[] entries)
    {
        _concerned.Clear();
        _runs.Clear();
        for (var i = 0; i < entries.Length; i++)
        {
            if (i + 1 < entries.Length && ReferenceEquals(entries[i].Readers, entries[i + 1].Readers))
            {
                continue;
            }

            foreach (var number in entries[i].Readers)
            {
                if (_readers.TryGetValue(number, out var reader))
                {
                    _concerned.Add((reader, await telling.Viewer(reader)));
                }
            }

            _runs.Add((i + 1, _concerned.Count));
        }
    }

    private void Stage(LiveBatch batch, long told, EncodedPost?[] posts, Exposure?[]? exposures)
    {
        if (_items.Length < batch.Entries.Length)
        {
            _items = new LiveItem[batch.Entries.Length];
        }

        var (entry, concerned) = (0, 0);
        foreach (var (endEntry, endConcerned) in _runs)
        {
            for (; concerned < endConcerned; concerned++)
            {
                var (reader, viewer) = _concerned[concerned];
                var after = Math.Max(told, reader.Told(batch.Queue));
                var items = 0;
                for (var i = entry; i < endEntry; i++)
                {
                    var activity = batch.Entries[i].Activity;
                    if (activity.Id > after && telling.Item(viewer, reader, activity, posts[i], exposures?[i]) is { } item)
                    {
                        _items[items++] = item;
                    }
                }

                reader.Stage(_items.AsSpan(0, items));
            }

            entry = endEntry;
        }

        Array.Clear(_items, 0, batch.Entries.Length);
    }
}
