using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Orleans.Placement;
using Orleans.Streams;
using Orleans.Streams.Core;
using OrleansMixi.Friends;
using OrleansMixi.Live;
using OrleansMixi.Log;

namespace OrleansMixi.Timelines;

/// <summary>
/// A shard's effects: takes the stream's batches, fills holes from the host's tail, loads edges and rings from the
/// database, answers pages, and hands live readers' gateways what concerns them. Decisions are in <see cref="TimelineBook"/>.
/// Reentrant: while something loads, batches go on.
/// </summary>
[Reentrant, HashBasedPlacement, RegexImplicitStreamSubscription(LogStream.NamespacePattern)]
internal sealed partial class TimelineShardGrain : Grain, ITimelineShardGrain, IStreamSubscriptionObserver, IAsyncObserver<LogBatch>, IDisposable
{
    private const int EdgesPerTurn = 8_192;

    private readonly LogTail _tail;
    private readonly IEdgeSource _edges;
    private readonly ITimelineHistory _store;
    private readonly TimelineOptions _options;
    private readonly LogOptions _logOptions;
    private readonly TimeProvider _time;
    private readonly ILogger<TimelineShardGrain> _logger;
    private readonly MixiMetrics _metrics;
    private readonly TimelineBook _book;
    private readonly GatewayTable _gateways;
    private readonly RingBuilder _rings;
    private readonly int _shard;
    private Task _ready = Task.CompletedTask;
    private bool _loaded;
    private long _epoch;

    public TimelineShardGrain(
        LogTail tail, TopicNumbers topics, IEdgeSource edges, ITimelineHistory store, IOptions<TimelineOptions> options, IOptions<LogOptions> logOptions,
        TimeProvider time, MixiMetrics metrics, ILogger<TimelineShardGrain> logger)
    {
        (_tail, _edges, _store, _options, _logOptions, _time, _metrics, _logger) =
            (tail, edges, store, options.Value, logOptions.Value, time, metrics, logger);
        _shard = (int)this.GetPrimaryKeyLong();
        _book = new(tail.Shape, _shard, topics, _options);
        _gateways = new(_book.Readers);
        _rings = new(_book, store, _options);
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        // The stream's queue waits for this call, so the edges load behind it; batches until then are filled from the tail.
        _ready = Load();
        this.RegisterGrainTimer(Prune, _options.GatewaySilence / 3, _options.GatewaySilence / 3);
        _metrics.Watch(_shard, _book, _gateways);
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _metrics.Forget(_book);
        return Task.CompletedTask;
    }

    public void Dispose() => _rings.Dispose();

    public async Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) =>
        await handleFactory.Create<LogBatch>().ResumeAsync(this);

    public Task OnNextAsync(LogBatch item, StreamSequenceToken? token = null)
    {
        if (_loaded)
        {
            Take(item);
        }

        return Task.CompletedTask;
    }

    public Task OnErrorAsync(Exception ex)
    {
        LogStreamFailed(ex, _shard);
        return Task.CompletedTask;
    }

    public async Task<TimelinePage> Page(PageRequest request)
    {
        await Ready();
        CatchUp(request.AtLeast);
        while (!_book.IsActive(request.Member))
        {
            await _rings.Build(request.Member);
        }

        var vector = request.Vector ?? _book.Vector;
        var (ids, rest) = _book.Read(request.Member, request.Before, vector, request.Limit);
        if (ids.Length == request.Limit || rest == RingRest.Nothing)
        {
            return new(vector, ids, rest == RingRest.Nothing);
        }

        var before = ids.Length > 0 ? ids[^1] : request.Before;
        var older = await _store.Ids(request.Member, _book.Topics(request.Member), vector, before, request.Limit - ids.Length);
        return new(vector, [.. ids, .. older], End: ids.Length + older.Length < request.Limit);
    }

    public async Task Reach(long id)
    {
        await Ready();
        await _tail.Reached(id);
        CatchUp(id);
    }

    public async Task<IReadOnlyList<WatchReply>> Watch(ILiveGateway gateway, IReadOnlyList<WatchRequest> readers)
    {
        await Ready();
        foreach (var reader in readers)
        {
            CatchUp(reader.Since ?? []);
        }

        // From here to the vector there is no await: what comes later reaches the gateway as a batch.
        var vector = _book.Vector;
        _gateways.Heard(gateway, _time.GetTimestamp());
        foreach (var reader in readers)
        {
            _book.Readers.Add(new(gateway.GetGrainId(), reader.Reader), reader, _book.Topics(reader.Member));
        }

        return await Task.WhenAll(readers.Select(reader => Reply(reader, vector)));
    }

    public Task Unwatch(ILiveGateway gateway, int reader)
    {
        var key = new ReaderKey(gateway.GetGrainId(), reader);
        _book.Readers.Remove(key, _book.Topics(_book.Readers.Member(key)));
        return Task.CompletedTask;
    }

    public async Task<RenewReply> Renew(ILiveGateway gateway)
    {
        await Ready();
        _gateways.Heard(gateway, _time.GetTimestamp());
        return new(_epoch, _book.Readers.Count(gateway.GetGrainId()));
    }

    private async Task Load()
    {
        await _tail.Start();
        _epoch = await _store.NextEpoch();
        _book.StartAt(_tail.Heads);
        var loaded = 0;
        await foreach (var edge in _edges.OfShard(_shard))
        {
            if (edge.Kind.Holds(EdgeKind.Follow))
            {
                _book.Load(edge.Member, edge.Topic);
            }

            if (++loaded % EdgesPerTurn == 0)
            {
                // Millions of rows may be at hand without a wait: let batches and beats in between.
                await Task.Yield();
            }
        }

        // Entries since the heads were taken may be in the edges already; applying them again in order ends in the same state.
        _loaded = true;
        CatchUp(_tail.Heads);
        LogStarted(_shard, _epoch, _book.Edges);
    }

    private async Task Ready()
    {
        try
        {
            await _ready;
        }
        catch (Exception error) when (error is not MixiException)
        {
            LogLoadFailed(error, _shard);
            DeactivateOnIdle();
            throw Errors.Unavailable();
        }
    }

    private void Take(LogBatch batch)
    {
        var position = _book.Position(batch.Queue);
        switch (_book.Apply(batch, _gateways.Collect))
        {
            case LinkFit.Applied:
                _gateways.Send(_shard, _epoch, batch.Queue, position, batch.To);
                break;
            case LinkFit.Old when batch.From == batch.To:
                _gateways.Send(_shard, _epoch, batch.Queue, position, position);
                break;
            case LinkFit.Hole:
                LogHole(_shard, batch.Queue, position, batch.From);
                Fill(batch.Queue, batch.To);
                break;
        }
    }

    private void CatchUp(ReadOnlySpan<long> vector)
    {
        foreach (var id in vector)
        {
            CatchUp(id);
        }
    }

    private void CatchUp(long id)
    {
        var queue = PostId.Queue(id);
        if (queue < _tail.Shape.Queues && _book.Position(queue) < id)
        {
            Fill(queue, id);
        }
    }

    /// <summary>Applies from the tail until a position; a tail that no longer reaches back makes the shard start anew.</summary>
    private void Fill(int queue, long upTo)
    {
        while (_book.Position(queue) < upTo)
        {
            var range = _tail.Read(queue, _book.Position(queue), _logOptions.StreamBatch);
            if (range is null)
            {
                LogAnew(_shard, queue);
                DeactivateOnIdle();
                return;
            }

            if (range.To == range.From)
            {
                return;
            }

            Take(new(queue, range.From, range.To, [.. range.Entries.Select(entry => entry.Header)]));
        }
    }

    private async Task<WatchReply> Reply(WatchRequest reader, long[] vector)
    {
        if (reader.Since is not { } since)
        {
            return new(_epoch, vector, [], Reset: false);
        }

        if (!new Cursor(0, since).Fits(0, vector))
        {
            return new(_epoch, vector, [], Reset: true);
        }

        if (since.AsSpan().SequenceEqual(vector))
        {
            return new(_epoch, vector, [], Reset: false);
        }

        IReadOnlyCollection<long> topics = reader.Home ? [.. _book.Topics(reader.Member), .. reader.Topics] : reader.Topics;
        var missed = await _store.Since(reader.Home ? reader.Member : 0, topics, since, vector, _options.ResumeLimit);
        return missed.Length > _options.ResumeLimit ? new(_epoch, vector, [], Reset: true) : new(_epoch, vector, missed, Reset: false);
    }

    private Task Prune(CancellationToken cancellationToken)
    {
        var since = _time.GetTimestamp() - (long)(_options.GatewaySilence.TotalSeconds * _time.TimestampFrequency);
        foreach (var gateway in _gateways.Silent(since))
        {
            foreach (var (key, member) in _book.Readers.Of(gateway))
            {
                _book.Readers.Remove(key, _book.Topics(member));
            }

            _gateways.Remove(gateway);
            LogGatewayLost(_shard, gateway);
        }

        return Task.CompletedTask;
    }

    [LoggerMessage(EventIds.ShardStarted, LogLevel.Information, "Shard {Shard} started with epoch {Epoch} and {Edges} edges")]
    private partial void LogStarted(int shard, long epoch, long edges);

    [LoggerMessage(EventIds.ShardAnew, LogLevel.Warning, "Shard {Shard} lost queue {Queue} beyond the tail and starts anew")]
    private partial void LogAnew(int shard, int queue);

    [LoggerMessage(EventIds.ShardHole, LogLevel.Debug, "Shard {Shard}: queue {Queue} has a hole from {From} to {To}, filled from the tail")]
    private partial void LogHole(int shard, int queue, long from, long to);

    [LoggerMessage(EventIds.ShardLoadFailed, LogLevel.Error, "Shard {Shard} could not load its edges and starts anew")]
    private partial void LogLoadFailed(Exception error, int shard);

    [LoggerMessage(EventIds.ShardStreamFailed, LogLevel.Warning, "Shard {Shard}: the stream reported an error; the next batch shows what is missing")]
    private partial void LogStreamFailed(Exception error, int shard);

    [LoggerMessage(EventIds.GatewayLost, LogLevel.Information, "Shard {Shard} forgets the silent gateway {Gateway}")]
    private partial void LogGatewayLost(int shard, GrainId gateway);
}
