namespace OrleansMixi.Live;

/// <summary>Everything of one queue with <c>From &lt; id ≤ To</c> that concerns a gateway's readers of one shard; often nothing.</summary>
[GenerateSerializer, Immutable, Alias("mixi.LiveBatch")]
public sealed record LiveBatch(
    [property: Id(0)] int Shard,
    [property: Id(1)] long Epoch,
    [property: Id(2)] int Queue,
    [property: Id(3)] long From,
    [property: Id(4)] long To,
    [property: Id(5)] LiveEntry[] Entries);
