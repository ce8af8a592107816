using System.Threading.Channels;

namespace OrleansMixi.Live;

/// <summary>
/// This host's side of one shard: takes its batches in order, one at a time, and hands them to the readers registered
/// there. What does not fit the chain (a gap, a newer activation of the shard) makes all readers register again from
/// where each stands, so a lost call or a moved shard costs a moment, not a post.
/// </summary>
internal sealed partial class ShardLink : IAsyncDisposable
{
    private static readonly object Renewal = new();
    private readonly int _shard;
    private readonly LinkReaders _readers;
    private readonly LinkRegistration _registration;
    private readonly LiveOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Channel<object> _work;
    private readonly ITimer _renewal;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _run;
    private int _lost;

    public ShardLink(int shard, LinkReaders readers, LinkRegistration registration, LiveOptions options, TimeProvider time, ILogger logger)
    {
        (_shard, _readers, _registration, _options, _time, _logger) = (shard, readers, registration, options, time, logger);
        _work = Channel.CreateBounded<object>(new BoundedChannelOptions(options.LinkQueue) { SingleReader = true });
        _renewal = time.CreateTimer(work => ((Channel<object>)work!).Writer.TryWrite(Renewal), _work, options.Renew, options.Renew);
        _run = Task.Run(Run);
    }

    /// <summary>Takes a batch; one that finds no place is fetched again by cursor.</summary>
    public void Take(LiveBatch batch)
    {
        if (!_work.Writer.TryWrite(batch))
        {
            Volatile.Write(ref _lost, 1);
        }
    }

    /// <summary>Registers a reader, or one that watches more than before, and completes when it stands where the shard stands.</summary>
    public async Task Join(LiveJoin join, CancellationToken cancellationToken)
    {
        await _work.Writer.WriteAsync(join, cancellationToken);
        await join.Done.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Forgets a reader.</summary>
    public void Leave(LiveReader reader) => _ = _work.Writer.WriteAsync(reader).AsTask();

    public async ValueTask DisposeAsync()
    {
        await _renewal.DisposeAsync();
        await _stop.CancelAsync();
        await _run;
        _stop.Dispose();
    }

    private async Task Run()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var item = await _work.Reader.ReadAsync(_stop.Token);
                if (Interlocked.Exchange(ref _lost, 0) == 1)
                {
                    await _registration.Rejoin();
                }

                await Handle(item);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                // The shard or the database is away: register again when it answers, nothing is lost by cursor.
                LogFailed(error, _shard);
                _registration.Doubt();
                await Task.Delay(_options.Renew, _time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Handle(object item)
    {
        switch (item)
        {
            case LiveBatch batch:
                await Handle(batch);
                break;
            case LiveJoin join:
                await _registration.Join(Joins(join));
                break;
            case LiveReader reader:
                await _registration.Leave(reader);
                break;
            default:
                await Renew();
                break;
        }
    }

    private async ValueTask Handle(LiveBatch batch)
    {
        if (_readers.Place is not { } place || _readers.Count == 0 || batch.Epoch < _registration.Epoch)
        {
            return;
        }

        var stands = place.Position.Vector[batch.Queue];
        if (batch.Epoch > _registration.Epoch || batch.From > stands)
        {
            LogRejoin(_shard, batch.Epoch, batch.Queue);
            await _registration.Rejoin();
        }
        else if (batch.To > stands)
        {
            await _readers.Tell(batch);
        }
    }

    /// <summary>Those who come together are registered with one call.</summary>
    private List<LiveJoin> Joins(LiveJoin first)
    {
        var joins = new List<LiveJoin> { first };
        while (_work.Reader.TryPeek(out var next) && next is LiveJoin && _work.Reader.TryRead(out next))
        {
            joins.Add((LiveJoin)next);
        }

        return joins;
    }

    private async Task Renew()
    {
        if (_readers.Count > 0 && !await _registration.Renew())
        {
            LogRejoin(_shard, _registration.Epoch, -1);
            await _registration.Rejoin();
        }
    }

    [LoggerMessage(EventIds.LiveRejoin, LogLevel.Information, "Shard {Shard}: readers register again (epoch {Epoch}, queue {Queue})")]
    private partial void LogRejoin(int shard, long epoch, int queue);

    [LoggerMessage(EventIds.LiveFailed, LogLevel.Warning, "Shard {Shard} does not answer; readers register again when it does")]
    private partial void LogFailed(Exception error, int shard);
}
