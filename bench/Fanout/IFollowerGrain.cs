namespace OrleansMixi.Fanout;

/// <summary>What one would write first: a grain for each follower, called once for each post.</summary>
[Alias("mixi.bench.IFollowerGrain")]
public interface IFollowerGrain : IGrainWithIntegerKey
{
    /// <summary>Adds a post's id to the follower's timeline.</summary>
    [Alias("Add")]
    Task Add(long id);
}
