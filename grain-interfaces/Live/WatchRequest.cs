namespace OrleansMixi.Live;

/// <summary>What a live reader wants to see.</summary>
/// <param name="Reader">The gateway's number for the reader.</param>
/// <param name="Member">The member's number; 0 if not signed in.</param>
/// <param name="Home">Whether the home timeline is watched.</param>
/// <param name="Topics">Other topics watched (<see cref="Posts.Topic.Value"/>).</param>
/// <param name="Since">The reader's position, last id seen per queue; null to start now.</param>
[GenerateSerializer, Immutable, Alias("mixi.WatchRequest")]
public sealed record WatchRequest(
    [property: Id(0)] int Reader,
    [property: Id(1)] int Member,
    [property: Id(2)] bool Home,
    [property: Id(3)] long[] Topics,
    [property: Id(4)] long[]? Since);
