namespace OrleansMixi.Media;

/// <summary>What a post shows beside its text.</summary>
/// <param name="Pictures">Pictures in order; at most <see cref="Posts.PostRules.MaxPictures"/> of its form.</param>
/// <param name="Album">The album that the post announces; 0 for every other post.</param>
[GenerateSerializer, Immutable, Alias("mixi.Attachments")]
public sealed record Attachments([property: Id(0)] IReadOnlyList<Picture> Pictures, [property: Id(1)] long Album = 0);
