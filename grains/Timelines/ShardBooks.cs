namespace OrleansMixi.Timelines;

/// <summary>What a shard did with posts: followers = appended + cold, always.</summary>
internal sealed class ShardBooks
{
    /// <summary>Posts × followers in this shard.</summary>
    public long Followers { get; set; }

    /// <summary>Ids appended to active timelines.</summary>
    public long Appended { get; set; }

    /// <summary>Followers without a ring; reading builds it.</summary>
    public long Cold { get; set; }
}
