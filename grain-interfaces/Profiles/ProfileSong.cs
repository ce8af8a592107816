namespace OrleansMixi.Profiles;

/// <summary>The song that a member's page names.</summary>
/// <param name="Artist">Who plays it; may be empty.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Link">An https address where it can be heard; null for none.</param>
[GenerateSerializer, Immutable, Alias("mixi.ProfileSong")]
public sealed record ProfileSong([property: Id(0)] string Artist, [property: Id(1)] string Title, [property: Id(2)] string? Link = null);
