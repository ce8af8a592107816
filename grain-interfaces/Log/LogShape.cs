namespace OrleansMixi.Log;

/// <summary>What is fixed when a database is made.</summary>
/// <param name="Epoch">A random positive number, new after a restore from a backup; cursors of another epoch are refused.</param>
/// <param name="Queues">The number of queues, Q.</param>
/// <param name="Shards">The number of timeline shards, S.</param>
[GenerateSerializer, Immutable, Alias("mixi.LogShape")]
public sealed record LogShape([property: Id(0)] long Epoch, [property: Id(1)] int Queues, [property: Id(2)] int Shards)
{
    /// <summary>The queue an author writes to, always the same one.</summary>
    public int QueueOf(int author) => (int)((uint)author * 2654435769u >> 8) % Queues;

    /// <summary>The shard that holds a member's timeline.</summary>
    public int ShardOf(int member) => member % Shards;

    /// <summary>A member's place in the shard: as dense as the members are.</summary>
    public int SeatOf(int member) => member / Shards;
}
