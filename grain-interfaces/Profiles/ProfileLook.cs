namespace OrleansMixi.Profiles;

/// <summary>How a member's page looks.</summary>
/// <param name="Theme">The name of a colour theme of the palette; null for the town's own.</param>
/// <param name="Header">The picture on top, by its number; 0 for none.</param>
/// <param name="Sections">All sections in the member's order; null for the usual one.</param>
/// <param name="Song">The song that it names.</param>
[GenerateSerializer, Immutable, Alias("mixi.ProfileLook")]
public sealed record ProfileLook(
    [property: Id(0)] string? Theme = null,
    [property: Id(1)] long Header = 0,
    [property: Id(2)] IReadOnlyList<ProfileSection>? Sections = null,
    [property: Id(3)] ProfileSong? Song = null);
