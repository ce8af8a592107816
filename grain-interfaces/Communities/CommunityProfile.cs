namespace OrleansMixi.Communities;

/// <summary>What everyone may know of a community.</summary>
[GenerateSerializer, Immutable, Alias("mixi.CommunityProfile")]
public sealed record CommunityProfile(
    [property: Id(0)] int Number,
    [property: Id(1)] string Slug,
    [property: Id(2)] string Title,
    [property: Id(3)] string Description,
    [property: Id(4)] Joining Joining,
    [property: Id(5)] int Founder);
