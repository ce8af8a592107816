namespace OrleansMixi.Log;

/// <summary>
/// The recent entries of all queues on this host, in memory. This host's own commits are handed over directly; what other
/// hosts wrote is read once when a doorbell or a poll tells of it. Followers see every entry once, in the queue's order.
/// </summary>
public sealed class LogTail
{
    private readonly LogStore _store;
    private readonly TailQueue[] _queues;
    private readonly List<ILogFollower> _followers = [];
    private Task? _started;

    public LogTail(LogStore store, Microsoft.Extensions.Options.IOptions<LogOptions> options)
    {
        _store = store;
        _queues = [.. Enumerable.Range(0, store.Shape.Queues).Select(queue => new TailQueue(queue, options.Value.TailLength, Tell))];
    }

    /// <summary>Raised after this host committed to a queue, so that other hosts can be told.</summary>
    public event Action<int>? Committed;

    /// <summary>Raised when a queue needs reading from the database.</summary>
    public event Action<int>? Behind;

    /// <summary>The fixed numbers of the database.</summary>
    public LogShape Shape => _store.Shape;

    /// <summary>The last id known of each queue.</summary>
    public long[] Heads => [.. _queues.Select(queue => queue.To)];

    /// <summary>Adds a follower; only before <see cref="Start"/>.</summary>
    public void Follow(ILogFollower follower) => _followers.Add(follower);

    /// <summary>Takes the heads from the database; the tail begins there. Later calls return the first one's outcome.</summary>
    public Task Start()
    {
        lock (_queues)
        {
            return _started is null or { IsFaulted: true } ? _started = Begin() : _started;
        }
    }

    /// <summary>The last id known of a queue.</summary>
    public long Head(int queue) => _queues[queue].To;

    /// <summary>Consecutive entries after a position, at most <paramref name="limit"/>; null if the tail no longer reaches back to it.</summary>
    public LogRange? Read(int queue, long after, int limit) => _queues[queue].Read(after, limit);

    /// <summary>Completes at once if the queue has something beyond a position, else when it next grows: look again then.</summary>
    public Task Beyond(int queue, long position) => _queues[queue].Beyond(position);

    /// <summary>Whether every position of a vector is still within the tail.</summary>
    public bool Reaches(ReadOnlySpan<long> vector)
    {
        for (var queue = 0; queue < vector.Length; queue++)
        {
            if (vector[queue] < _queues[queue].Floor)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Waits until an id has arrived here; used where a caller must find what was just acknowledged to it.</summary>
    public async Task Reached(long id, CancellationToken cancellationToken = default)
    {
        var queue = PostId.Queue(id);
        if (_queues[queue].To < id)
        {
            Behind?.Invoke(queue);
        }

        while (_queues[queue].To < id)
        {
            await _queues[queue].Beyond(id - 1).WaitAsync(cancellationToken);
        }
    }

    /// <summary>Brings a queue to where the database stands now; used where an answer must show what was just changed, and only its queue is known.</summary>
    public async Task Settled(int queue, CancellationToken cancellationToken = default)
    {
        var heads = await _store.Heads(cancellationToken);
        await Reached(heads[queue], cancellationToken);
    }

    /// <summary>Takes a link of a queue's chain. A link that does not follow what is known makes the queue be read.</summary>
    public void Append(int queue, long from, long to, IReadOnlyList<Activity> entries, bool own = false)
    {
        if (!_queues[queue].Append(from, to, entries))
        {
            Behind?.Invoke(queue);
        }

        if (own)
        {
            Committed?.Invoke(queue);
        }
    }

    /// <summary>Reads what the database has beyond this tail.</summary>
    public async Task CatchUp(int queue, int limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            var range = await _store.Read(queue, _queues[queue].To, limit, cancellationToken);
            _queues[queue].Append(range.From, range.To, range.Entries);
            if (range.Entries.Count < limit)
            {
                return;
            }
        }
    }

    private async Task Begin()
    {
        var heads = await _store.Heads();
        for (var queue = 0; queue < heads.Length; queue++)
        {
            _queues[queue].Begin(heads[queue]);
        }
    }

    private void Tell(Activity entry)
    {
        foreach (var follower in _followers)
        {
            follower.Applied(entry);
        }
    }
}
