using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using OrleansMixi.Accounts;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Timelines;

namespace OrleansMixi.Live;

/// <summary>
/// The live connections of this web host. Each reader is registered at one shard, the member's own, with everything it
/// watches, so that one vector describes it.
/// </summary>
internal sealed class LiveGateway(
    IGrainFactory grains, LogTail tail, AuthorStore authors, LiveTelling telling, LiveBooks books, IOptions<LiveOptions> options, TimeProvider time,
    ILoggerFactory loggers) : ILiveGateway, IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, Lazy<ShardLink>> _links = new();
    private readonly ConcurrentDictionary<int, LiveReader> _readers = new();
    private readonly FramePacer[] _pacers = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new FramePacer(options.Value, time))];
    private readonly Lock _start = new();
    private ITimer? _rounds;
    private ILiveGateway? _self;
    private int _number;

    /// <summary>Live readers of this host.</summary>
    public int Readers => _readers.Count;

    /// <inheritdoc/>
    public Task Deliver(LiveBatch batch)
    {
        if (_links.TryGetValue(batch.Shard, out var link))
        {
            link.Value.Take(batch);
        }

        return Task.CompletedTask;
    }

    /// <summary>Makes a reader for a connection; it watches nothing yet.</summary>
    public LiveReader Open(LiveIdentity identity, ILiveTransport transport)
    {
        if (_readers.Count >= options.Value.Readers)
        {
            throw new MixiException("unavailable", $"This host serves {options.Value.Readers} live readers (Mixi:Live:Readers); try again.", null, 5);
        }

        var number = Interlocked.Increment(ref _number);
        var reader = new LiveReader(number, identity, transport, options.Value, books, _pacers[number % _pacers.Length], time);
        _readers[reader.Number] = reader;
        return reader;
    }

    /// <summary>
    /// Lets a reader watch more, from a cursor on: what it missed since comes first, then what happens. A cursor that
    /// can't be continued is answered with a reset.
    /// </summary>
    public async Task Watch(LiveReader reader, bool home, IReadOnlyDictionary<Topic, string> topics, Cursor? cursor, CancellationToken cancellationToken)
    {
        var all = reader.Topics.Concat(topics.Select(pair => KeyValuePair.Create(pair.Key.Value, pair.Value))).DistinctBy(pair => pair.Key).ToDictionary();
        if (all.Count > options.Value.Topics)
        {
            throw Errors.Invalid("topics", $"One connection watches at most {options.Value.Topics} topics (Mixi:Live:Topics).");
        }

        var fits = cursor is null || (cursor.Epoch == tail.Shape.Epoch && cursor.Vector.Length == tail.Shape.Queues);
        var since = fits ? cursor?.Vector : null;
        var request = new WatchRequest(
            reader.Number, reader.Identity.Member, home || reader.Home, [.. all.Keys], since ?? reader.Position?.Vector);
        await Link(reader, all.Keys).Join(new(reader, request, all, Reset: !fits), cancellationToken);

        // The entry that closes a suspended member's connections may have come before this one was known.
        if (await authors.Find(reader.Identity.Member) is { Suspended: true })
        {
            reader.Close("revoked");
        }
    }

    /// <summary>Lets a reader watch less.</summary>
    public async Task Unwatch(LiveReader reader, bool home, IReadOnlyCollection<Topic> topics, CancellationToken cancellationToken)
    {
        var left = reader.Topics.Where(pair => !topics.Contains(Topic.Of(pair.Key))).ToDictionary();
        var request = new WatchRequest(reader.Number, reader.Identity.Member, reader.Home && !home, [.. left.Keys], reader.Position?.Vector);
        await Link(reader, left.Keys).Join(new(reader, request, left, Reset: false), cancellationToken);
    }

    /// <summary>Forgets a reader whose connection ended.</summary>
    public void Close(LiveReader reader)
    {
        if (_readers.TryRemove(reader.Number, out _))
        {
            if (_links.TryGetValue(reader.Shard, out var link))
            {
                link.Value.Leave(reader);
            }

            reader.Close("ended");
        }
    }

    /// <summary>Ends a member's connections that came with a token; <see cref="Access"/> names those without one, and all.</summary>
    public void Revoke(int member, long token)
    {
        foreach (var reader in _readers.Values)
        {
            if (reader.Identity.Member == member && (token == Access.Everything || reader.Identity.Token == token))
            {
                reader.Close("revoked");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _rounds?.Dispose();
        foreach (var link in _links.Values.Where(link => link.IsValueCreated))
        {
            await link.Value.DisposeAsync();
        }
    }

    private ShardLink Link(LiveReader reader, IEnumerable<long> topics)
    {
        if (reader.Shard < 0)
        {
            reader.Shard = reader.Identity.Member != 0
                ? tail.Shape.ShardOf(reader.Identity.Member)
                : (int)(topics.DefaultIfEmpty().Min() % tail.Shape.Shards);
        }

        return _links.GetOrAdd(reader.Shard, shard => new(() => Link(shard))).Value;
    }

    private ShardLink Link(int shard)
    {
        var readers = new LinkReaders(telling);
        var registration = new LinkRegistration(grains.GetGrain<ITimelineShardGrain>(shard), Self(), readers, telling, tail.Shape.Epoch);
        return new(shard, readers, registration, options.Value, time, loggers.CreateLogger<ShardLink>());
    }

    private void LookAfterReaders(object? state)
    {
        foreach (var (_, reader) in _readers)
        {
            reader.Look();
        }
    }

    private ILiveGateway Self()
    {
        lock (_start)
        {
            _rounds ??= time.CreateTimer(LookAfterReaders, null, options.Value.Renew, options.Value.Renew);
            return _self ??= grains.CreateObjectReference<ILiveGateway>(this);
        }
    }
}
