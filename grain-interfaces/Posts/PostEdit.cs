using OrleansMixi.Media;

namespace OrleansMixi.Posts;

/// <summary>A change of a post; null leaves a part as it is.</summary>
[GenerateSerializer, Immutable, Alias("mixi.PostEdit")]
public sealed record PostEdit(
    [property: Id(0)] string? Text,
    [property: Id(1)] Audience? Audience,
    [property: Id(20)] Attachments? Media = null);
