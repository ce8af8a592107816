using OrleansMixi.Media;

namespace OrleansMixi.Posts;

/// <summary>A change of a post; null leaves a part as it is.</summary>
/// <param name="Media">The same pictures described anew.</param>
/// <param name="Pictures">All pictures that it has from now on, in order: those it had, or own loose ones. Those left out are given up.</param>
[GenerateSerializer, Immutable, Alias("mixi.PostEdit")]
public sealed record PostEdit(
    [property: Id(0)] string? Text,
    [property: Id(1)] Audience? Audience,
    [property: Id(20)] Attachments? Media = null,
    [property: Id(21)] IReadOnlyList<long>? Pictures = null);
