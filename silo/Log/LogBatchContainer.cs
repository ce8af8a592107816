using Orleans.Providers.Streams.Common;
using Orleans.Streams;

namespace OrleansMixi.Log;

/// <summary>One batch of a queue on its way to one shard. All shards' containers share the batch.</summary>
[GenerateSerializer, Immutable, Alias("mixi.LogBatchContainer")]
internal sealed class LogBatchContainer(StreamId streamId, LogBatch batch, int index) : IBatchContainer
{
    [Id(0)]
    public StreamId StreamId { get; } = streamId;

    [Id(1)]
    public LogBatch Batch { get; } = batch;

    [Id(2)]
    private readonly int _index = index;

    // Strictly rising within a queue, over all its containers: the last log id, then a running index.
    public StreamSequenceToken SequenceToken => new EventSequenceTokenV2(Batch.To, _index);

    public IEnumerable<Tuple<T, StreamSequenceToken>> GetEvents<T>() =>
        Batch is T item ? [Tuple.Create(item, SequenceToken)] : [];

    public bool ImportRequestContext() => false;
}
