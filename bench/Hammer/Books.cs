namespace OrleansMixi.Hammer;

/// <summary>
/// The double entry of a run: what the acknowledged posts and the graph let every reader expect, against what arrived.
/// Safe from any thread; knows no clock and no network.
/// </summary>
/// <param name="authors">Per reader, the members whose posts belong in its home: those it follows, and itself.</param>
internal sealed class Books(IReadOnlyList<IReadOnlySet<int>> authors)
{
    /// <summary>The most faults that are kept in words; all are counted.</summary>
    public const int MaxFaults = 20;

    private readonly Lock _gate = new();
    private readonly ReaderBook[] _readers = [.. authors.Select(set => new ReaderBook(set))];
    private readonly Dictionary<long, SentPost> _posts = [];
    private readonly List<string> _faults = [];
    private readonly long[] _counts = new long[Enum.GetValues<Fault>().Length];
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _closed;

    /// <summary>Books a post that the server answered; false if another post was answered with the same id.</summary>
    public bool Acknowledge(SentPost post)
    {
        lock (_gate)
        {
            return _posts.TryAdd(post.Id, post);
        }
    }

    /// <summary>Books a post that came to a reader, in the order of its stream.</summary>
    public void Arrive(int reader, long id, int author, TimeSpan at)
    {
        lock (_gate)
        {
            var fault = _readers[reader].Arrive(id, author, at);
            _counts[(int)fault]++;
            if (fault != Fault.None)
            {
                Note($"{fault}: post {id} of member {author} at reader {reader}");
            }

            SettleIfComplete();
        }
    }

    /// <summary>Books that a reader was told of a gap or a reset.</summary>
    public void Announce(int reader)
    {
        lock (_gate)
        {
            _readers[reader].Announce();
        }
    }

    /// <summary>Ends posting; the task completes when nothing misses any more, which may be never.</summary>
    public Task Close()
    {
        lock (_gate)
        {
            foreach (var reader in _readers)
            {
                reader.Close(_posts.Values);
            }

            _closed = true;
            SettleIfComplete();
            return _settled.Task;
        }
    }

    /// <summary>The ids a reader still misses.</summary>
    public IReadOnlyList<long> Missing(int reader)
    {
        lock (_gate)
        {
            return [.. _readers[reader].Missing];
        }
    }

    /// <summary>Judges what a reader misses by its timeline.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="timeline">The ids found there.</param>
    /// <param name="complete">Whether it was read far enough back to show every missing post.</param>
    public void Judge(int reader, IReadOnlySet<long> timeline, bool complete)
    {
        lock (_gate)
        {
            foreach (var id in _readers[reader].Judge(_posts, timeline, complete))
            {
                Note($"Lost: post {id} of member {_posts[id].Author} at reader {reader}, "
                    + (timeline.Contains(id) ? "on the timeline though" : "not on the timeline either"));
            }
        }
    }

    /// <summary>The first arrivals of acknowledged posts, over all readers.</summary>
    public IReadOnlyList<(SentPost Post, TimeSpan At)> Deliveries()
    {
        lock (_gate)
        {
            return
            [
                .. _readers.SelectMany(reader => reader.Arrivals)
                    .Where(arrival => _posts.ContainsKey(arrival.Id))
                    .Select(arrival => (_posts[arrival.Id], arrival.At)),
            ];
        }
    }

    /// <summary>The acknowledged posts.</summary>
    public IReadOnlyList<SentPost> Posts()
    {
        lock (_gate)
        {
            return [.. _posts.Values];
        }
    }

    /// <summary>The first faults, in words.</summary>
    public IReadOnlyList<string> Faults()
    {
        lock (_gate)
        {
            return [.. _faults];
        }
    }

    /// <summary>The sums as they stand; final after <see cref="Close"/> and a judgement of every reader that misses something.</summary>
    public Tally Tally()
    {
        var delivered = Deliveries().Count;
        lock (_gate)
        {
            return new(
                _readers.Sum(reader => reader.Expected),
                delivered,
                0,
                _readers.Sum(reader => reader.Gapped),
                _readers.Sum(reader => (long)reader.Missing.Count),
                _readers.Sum(reader => reader.Lost),
                _counts[(int)Fault.Duplicated],
                _counts[(int)Fault.OutOfOrder],
                _counts[(int)Fault.Unexpected]);
        }
    }

    private void Note(string fault)
    {
        if (_faults.Count < MaxFaults)
        {
            _faults.Add(fault);
        }
    }

    private void SettleIfComplete()
    {
        if (_closed && Array.TrueForAll(_readers, reader => reader.Missing.Count == 0))
        {
            _settled.TrySetResult();
        }
    }
}
