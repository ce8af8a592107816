namespace OrleansMixi.Timelines;

/// <summary>What a shard did with posts: followers = appended + merged + cold, always.</summary>
internal sealed class ShardBooks
{
    /// <summary>Posts × followers in this shard.</summary>
    public long Followers { get; set; }

    /// <summary>Ids appended to active timelines.</summary>
    public long Appended { get; set; }

    /// <summary>Followers of topics with very many, who find the post in the topic's own ring.</summary>
    public long Merged { get; set; }

    /// <summary>Followers without a ring; reading builds it.</summary>
    public long Cold { get; set; }
}
