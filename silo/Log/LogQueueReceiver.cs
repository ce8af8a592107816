using Microsoft.Extensions.Logging;
using Orleans.Streams;

namespace OrleansMixi.Log;

/// <summary>
/// Reads one queue from this host's tail with a long poll and makes one container per shard of each batch. A quiet queue
/// gives an empty batch at each beat, so that the chain tells a quiet queue from a lost one.
/// </summary>
internal sealed partial class LogQueueReceiver(
    int queue, LogTail tail, CheckpointStore checkpoints, LogOptions options, TimeProvider time, ILogger logger) : IQueueAdapterReceiver
{
    private const string Checkpoint = "stream";
    private readonly StreamId[] _streams =
        [.. Enumerable.Range(0, tail.Shape.Shards).Select(shard => StreamId.Create(LogStream.Namespace(queue), (long)shard))];

    private long _position;
    private long _delivered;
    private long _stored;
    private long _storedAt;
    private long _readAt;
    private int _index;

    public async Task Initialize(TimeSpan timeout)
    {
        await tail.Start();
        var stored = await checkpoints.Find(Checkpoint, queue);
        // Shards fill what lies before by themselves; the stream goes on where the last host stopped, as far as the tail reaches.
        _position = tail.Read(queue, stored, 0) is null ? tail.Head(queue) : stored;
        _stored = stored;
    }

    public Task<IList<IBatchContainer>> GetQueueMessagesAsync(int maxCount) => GetQueueMessagesAsync(maxCount, CancellationToken.None);

    public async Task<IList<IBatchContainer>> GetQueueMessagesAsync(int maxCount, CancellationToken cancellationToken)
    {
        try
        {
            await Linger(cancellationToken);
            await tail.Beyond(queue, _position).WaitAsync(options.Beat, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return Contain(new(queue, _position, _position, []));
        }
        catch (OperationCanceledException)
        {
            return [];
        }

        _readAt = time.GetTimestamp();
        var range = tail.Read(queue, _position, options.StreamBatch);
        if (range is null)
        {
            // The tail has moved past: shards see the missing link and look for themselves.
            _position = tail.Head(queue);
            return Contain(new(queue, _position, _position, []));
        }

        _position = range.To;
        return Contain(new(queue, range.From, range.To, [.. range.Entries.Select(entry => entry.Header)]));
    }

    public Task MessagesDeliveredAsync(IList<IBatchContainer> messages) => MessagesDeliveredAsync(messages, CancellationToken.None);

    public async Task MessagesDeliveredAsync(IList<IBatchContainer> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            _delivered = Math.Max(_delivered, ((LogBatchContainer)message).Batch.To);
        }

        if (_delivered > _stored && time.GetElapsedTime(_storedAt) >= options.Beat)
        {
            await Store(cancellationToken);
        }
    }

    public Task Shutdown(TimeSpan timeout) => _delivered > _stored ? Store(CancellationToken.None) : Task.CompletedTask;

    /// <summary>The first batch goes at once; those that follow closely share the next one.</summary>
    private async Task Linger(CancellationToken cancellationToken)
    {
        var rest = options.StreamLinger - time.GetElapsedTime(_readAt);
        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, time, cancellationToken);
        }
    }

    private IList<IBatchContainer> Contain(LogBatch batch)
    {
        var containers = new IBatchContainer[_streams.Length];
        for (var shard = 0; shard < containers.Length; shard++)
        {
            containers[shard] = new LogBatchContainer(_streams[shard], batch, _index++ & int.MaxValue);
        }

        return containers;
    }

    private async Task Store(CancellationToken cancellationToken)
    {
        _storedAt = time.GetTimestamp();
        try
        {
            await checkpoints.Store(Checkpoint, queue, _delivered, cancellationToken);
            _stored = _delivered;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A checkpoint that is late costs a few batches twice, which shards ignore.
            LogCheckpointFailed(error, queue);
        }
    }

    [LoggerMessage(EventIds.CheckpointFailed, LogLevel.Warning, "The checkpoint of queue {Queue} could not be stored; the next one will be")]
    private partial void LogCheckpointFailed(Exception error, int queue);
}
