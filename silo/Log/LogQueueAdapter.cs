using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Providers.Streams.Common;
using Orleans.Streams;

namespace OrleansMixi.Log;

/// <summary>The log as an Orleans stream: read only, since writing goes through <see cref="PostLog"/>, and without subscriptions to store.</summary>
internal sealed class LogQueueAdapter(
    LogTail tail, CheckpointStore checkpoints, IOptions<LogOptions> options, TimeProvider time, ILoggerFactory loggers)
    : IQueueAdapter, IQueueAdapterFactory
{
    // Containers per queue that wait for their shards; each read adds one per shard.
    private const int BatchesCached = 512;

    private readonly HashRingBasedStreamQueueMapper _mapper =
        new(new() { TotalQueueCount = tail.Shape.Queues }, LogStream.Provider);

    public string Name => LogStream.Provider;

    // With true, an empty beat that repeats a log id would be swallowed as already seen.
    public bool IsRewindable => false;

    public StreamProviderDirection Direction => StreamProviderDirection.ReadOnly;

    public IQueueAdapterReceiver CreateReceiver(QueueId queueId) =>
        new LogQueueReceiver((int)queueId.GetNumericId(), tail, checkpoints, options.Value, time, loggers.CreateLogger<LogQueueReceiver>());

    public Task QueueMessageBatchAsync<T>(StreamId streamId, IEnumerable<T> events, StreamSequenceToken? token, Dictionary<string, object>? requestContext) =>
        throw new NotSupportedException("The log is written through PostLog, which commits before the stream carries an entry.");

    public Task<IQueueAdapter> CreateAdapter() => Task.FromResult<IQueueAdapter>(this);

    public IQueueAdapterCache GetQueueAdapterCache() =>
        new SimpleQueueAdapterCache(new() { CacheSize = BatchesCached * tail.Shape.Shards }, Name, loggers);

    public IStreamQueueMapper GetStreamQueueMapper() => _mapper;

    public Task<IStreamFailureHandler> GetDeliveryFailureHandler(QueueId queueId) =>
        Task.FromResult<IStreamFailureHandler>(new NoOpStreamDeliveryFailureHandler());
}
