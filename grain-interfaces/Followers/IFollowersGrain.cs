namespace OrleansMixi.Followers;

/// <summary>
/// Those who follow one member: where the account is locked, the member lets them in. Key: the followed member's number,
/// on whose behalf it is called.
/// </summary>
[Alias("mixi.IFollowersGrain")]
public interface IFollowersGrain : IGrainWithIntegerKey
{
    /// <summary>Lets a member follow who asked to. Idempotent; not found if the member neither asked nor follows.</summary>
    [Alias("Approve")]
    Task Approve(int follower);

    /// <summary>Silently declines a request, or ends that somebody follows; a friend stays a friend. Idempotent.</summary>
    [Alias("Turn")]
    Task TurnAway(int follower);
}
