namespace OrleansMixi.Hammer;

/// <summary>What one reader should get, got, and was told it would not get. Not thread-safe: <see cref="Books"/> guards it.</summary>
internal sealed class ReaderBook(IReadOnlySet<int> authors)
{
    private readonly Dictionary<long, Arrival> _arrivals = [];
    private readonly Dictionary<int, long> _newest = [];
    private HashSet<long> _missing = [];
    private int _gaps;

    public IReadOnlyCollection<long> Missing => _missing;

    public IEnumerable<Arrival> Arrivals => _arrivals.Values;

    public long Expected { get; private set; }

    public long Gapped { get; private set; }

    public long Lost { get; private set; }

    public bool Wants(int author) => authors.Contains(author);

    public void Announce() => _gaps++;

    /// <summary>Books an arrival and says what is wrong with it.</summary>
    public Fault Arrive(long id, int author, TimeSpan at)
    {
        if (!Wants(author))
        {
            return Fault.Unexpected;
        }

        if (!_arrivals.TryAdd(id, new(id, author, at, _gaps)))
        {
            return Fault.Duplicated;
        }

        _missing.Remove(id);
        if (_newest.TryGetValue(author, out var newest) && id < newest)
        {
            return Fault.OutOfOrder;
        }

        _newest[author] = id;
        return Fault.None;
    }

    /// <summary>Fixes what was to come, and from it what still misses.</summary>
    public void Close(IEnumerable<SentPost> posts)
    {
        var wanted = posts.Where(post => Wants(post.Author)).Select(post => post.Id).ToHashSet();
        Expected = wanted.Count;
        wanted.ExceptWith(_arrivals.Keys);
        _missing = wanted;
    }

    /// <summary>Moves what misses to gapped or lost; what a half-read timeline cannot tell stays.</summary>
    /// <returns>The ids now lost.</returns>
    public IReadOnlyList<long> Judge(IReadOnlyDictionary<long, SentPost> posts, IReadOnlySet<long> timeline, bool complete)
    {
        var byAuthor = _arrivals.Values.ToLookup(arrival => arrival.Author);
        var gapped = _missing.Where(id => timeline.Contains(id) && Announced(id, byAuthor[posts[id].Author])).ToHashSet();
        var lost = _missing
            .Where(id => !gapped.Contains(id) && (complete || !Announced(id, byAuthor[posts[id].Author])))
            .Order()
            .ToArray();
        Gapped += gapped.Count;
        Lost += lost.Length;
        _missing.ExceptWith(gapped);
        _missing.ExceptWith(lost);
        return lost;
    }

    // Posts of one author come in the order of their ids, so a gap can excuse a post only if it was announced after
    // the author's post before it and before the author's post behind it. That needs no look into the cursor.
    private bool Announced(long id, IEnumerable<Arrival> sameAuthor)
    {
        var (below, above) = (long.MinValue, long.MaxValue);
        var (from, to) = (0, _gaps);
        foreach (var arrival in sameAuthor)
        {
            if (arrival.Id < id && arrival.Id > below)
            {
                (below, from) = (arrival.Id, arrival.GapsBefore);
            }
            else if (arrival.Id > id && arrival.Id < above)
            {
                (above, to) = (arrival.Id, arrival.GapsBefore);
            }
        }

        return from < to;
    }
}
