namespace OrleansMixi.Friends;

/// <summary>Where a timeline shard takes its edges from when it starts.</summary>
public interface IEdgeSource
{
    /// <summary>All edges of a shard's members that bring posts into timelines, in no order.</summary>
    IAsyncEnumerable<EdgeRow> OfShard(int shard);
}
