namespace OrleansMixi.Friends;

/// <summary>Where a timeline shard takes its edges from when it starts.</summary>
public interface IEdgeSource
{
    /// <summary>All edges of a shard's members that bring posts into timelines, quickest to take in where the members of each topic come rising.</summary>
    IAsyncEnumerable<EdgeRow> OfShard(int shard);
}
