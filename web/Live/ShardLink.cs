using System.Threading.Channels;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Timelines;

namespace OrleansMixi.Live;

/// <summary>
/// This host's side of one shard: takes its batches in order, one at a time, and hands them to the readers registered
/// there. What does not fit the chain (a gap, a newer activation of the shard) makes all readers register again from
/// where each stands, so a lost call or a moved shard costs a moment, not a post.
/// </summary>
internal sealed partial class ShardLink : IAsyncDisposable
{
    private readonly int _shard;
    private readonly ITimelineShardGrain _grain;
    private readonly ILiveGateway _gateway;
    private readonly LiveTelling _telling;
    private readonly ViewerStore _viewers;
    private readonly LiveOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Channel<object> _work;
    private readonly Dictionary<int, LiveReader> _readers = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _run;
    private long _epoch = -1;
    private long[] _vector = [];
    private int _lost;

    public ShardLink(
        int shard, IGrainFactory grains, ILiveGateway gateway, LiveTelling telling, ViewerStore viewers, LiveOptions options,
        TimeProvider time, ILogger logger)
    {
        (_shard, _gateway, _telling, _viewers, _options, _time, _logger) = (shard, gateway, telling, viewers, options, time, logger);
        _grain = grains.GetGrain<ITimelineShardGrain>(shard);
        _work = Channel.CreateBounded<object>(new BoundedChannelOptions(options.LinkQueue) { SingleReader = true });
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
        await _stop.CancelAsync();
        await _run;
        _stop.Dispose();
    }

    private async Task Run()
    {
        var renewed = _time.GetTimestamp();
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                if (Interlocked.Exchange(ref _lost, 0) == 1)
                {
                    await Rejoin();
                }

                if (_work.Reader.TryRead(out var item))
                {
                    await Handle(item);
                }
                else
                {
                    var rest = _options.Renew - _time.GetElapsedTime(renewed);
                    if (rest > TimeSpan.Zero)
                    {
                        await Waiting(rest);
                    }
                }

                if (_time.GetElapsedTime(renewed) >= _options.Renew)
                {
                    renewed = _time.GetTimestamp();
                    await Renew();
                }
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                // The shard or the database is away: register again when it answers, nothing is lost by cursor.
                LogFailed(error, _shard);
                _epoch = -1;
                await Task.Delay(_options.Renew, _time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Waiting(TimeSpan rest)
    {
        try
        {
            await _work.Reader.WaitToReadAsync(_stop.Token).AsTask().WaitAsync(rest, _time, _stop.Token);
        }
        catch (TimeoutException)
        {
            // Nothing came: time to renew.
            return;
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
                await Handle(join);
                break;
            case LiveReader reader:
                _readers.Remove(reader.Number);
                await _grain.Unwatch(_gateway, reader.Number);
                break;
        }
    }

    private async Task Handle(LiveBatch batch)
    {
        if (_readers.Count == 0 || batch.Epoch < _epoch)
        {
            return;
        }

        if (batch.Epoch > _epoch || batch.From > _vector[batch.Queue])
        {
            LogRejoin(_shard, batch.Epoch, batch.Queue);
            await Rejoin();
        }
        else if (batch.To > _vector[batch.Queue])
        {
            await Deliver(batch);
        }
        else
        {
            foreach (var reader in _readers.Values)
            {
                reader.Beat(Ahead(reader, _vector));
            }
        }
    }

    private async Task Deliver(LiveBatch batch)
    {
        var vector = (long[])_vector.Clone();
        vector[batch.Queue] = batch.To;
        var told = await _telling.Tell(Concerned(batch));
        _vector = vector;
        foreach (var reader in _readers.Values)
        {
            reader.Add(told.GetValueOrDefault(reader.Number) ?? [], Ahead(reader, vector));
        }
    }

    private IEnumerable<(LiveReader Reader, ActivityHeader Activity)> Concerned(LiveBatch batch)
    {
        foreach (var (activity, readers) in batch.Entries)
        {
            foreach (var number in readers)
            {
                if (activity.Id > _vector[batch.Queue] && _readers.TryGetValue(number, out var reader) && activity.Id > reader.Floor[batch.Queue])
                {
                    yield return (reader, activity);
                }
            }
        }
    }

    /// <summary>A reader that registered later than the link stands may be ahead of it in some queues.</summary>
    private static long[] Ahead(LiveReader reader, long[] vector)
    {
        if (ReferenceEquals(reader.Floor, LiveReader.Joined))
        {
            return vector;
        }

        var ahead = false;
        var joined = new long[vector.Length];
        for (var queue = 0; queue < vector.Length; queue++)
        {
            ahead |= reader.Floor[queue] > vector[queue];
            joined[queue] = Math.Max(vector[queue], reader.Floor[queue]);
        }

        if (!ahead)
        {
            // The link has passed the reader's registration: from now on they stand together.
            reader.Floor = LiveReader.Joined;
            return vector;
        }

        return joined;
    }

    private async Task Handle(LiveJoin first)
    {
        var joins = new List<LiveJoin> { first };
        while (_work.Reader.TryPeek(out var next) && next is LiveJoin && _work.Reader.TryRead(out next))
        {
            joins.Add((LiveJoin)next);
        }

        try
        {
            var replies = await _grain.Watch(_gateway, [.. joins.Select(join => join.Request)]);
            for (var i = 0; i < joins.Count; i++)
            {
                await Join(joins[i], replies[i]);
                joins[i].Done.TrySetResult();
            }

            if (replies[0].Epoch != _epoch)
            {
                // Another activation of the shard than the other readers know.
                await Rejoin();
            }
        }
        catch (Exception error)
        {
            joins.ForEach(join => join.Done.TrySetException(error));
            throw;
        }
    }

    private async Task Join(LiveJoin join, WatchReply reply)
    {
        var reader = join.Reader;
        var before = _readers.TryGetValue(reader.Number, out _) ? (reader.Home, reader.Topics) : (false, null);
        if (_readers.Count == 0)
        {
            (_epoch, _vector) = (reply.Epoch, reply.Vector);
        }

        var position = reader.Vector;
        var viewer = await _viewers.Find(reader.Identity.Member);
        var missed = reply.Missed.Where(entry =>
            position.Length == 0 || entry.Id > position[PostId.Queue(entry.Id)] || !Watched(before, viewer, entry)).ToArray();
        (reader.Home, reader.Topics, reader.Floor) = (join.Request.Home, join.Topics, reply.Vector);
        _readers[reader.Number] = reader;
        if (reply.Reset || join.Reset)
        {
            reader.Reset(reply.Vector);
        }
        else
        {
            await TellMissed(reader, missed, reply.Vector);
        }
    }

    private static bool Watched((bool Home, IReadOnlyDictionary<long, string>? Topics) before, Viewer viewer, ActivityHeader entry) =>
        before.Topics is not null
        && (before.Topics.ContainsKey(entry.Topic) || (before.Home && (viewer.Follows.Contains(entry.Topic) || entry.Author == viewer.Member)));

    private async Task TellMissed(LiveReader reader, ActivityHeader[] missed, long[] vector)
    {
        var told = await _telling.Tell(missed.Select(entry => (reader, entry)));
        reader.Add(told.GetValueOrDefault(reader.Number) ?? [], vector);
    }

    private async Task Rejoin()
    {
        if (_readers.Count == 0)
        {
            return;
        }

        var readers = _readers.Values.ToArray();
        var replies = await _grain.Watch(_gateway, [.. readers.Select(reader => reader.Request())]);
        (_epoch, _vector) = (replies[0].Epoch, replies[0].Vector);
        for (var i = 0; i < readers.Length; i++)
        {
            readers[i].Floor = replies[i].Vector;
            if (replies[i].Reset)
            {
                readers[i].Reset(replies[i].Vector);
            }
            else
            {
                await TellMissed(readers[i], replies[i].Missed, replies[i].Vector);
            }
        }
    }

    private async Task Renew()
    {
        if (_readers.Count == 0)
        {
            return;
        }

        var reply = await _grain.Renew(_gateway);
        if (reply.Epoch != _epoch || reply.Readers != _readers.Count)
        {
            LogRejoin(_shard, reply.Epoch, -1);
            await Rejoin();
        }
    }

    [LoggerMessage(EventIds.LiveRejoin, LogLevel.Information, "Shard {Shard}: readers register again (epoch {Epoch}, queue {Queue})")]
    private partial void LogRejoin(int shard, long epoch, int queue);

    [LoggerMessage(EventIds.LiveFailed, LogLevel.Warning, "Shard {Shard} does not answer; readers register again when it does")]
    private partial void LogFailed(Exception error, int shard);
}
