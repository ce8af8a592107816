using OrleansMixi.Reactions;

namespace OrleansMixi.Posts;

/// <summary>What is counted about a post.</summary>
/// <param name="Comments">How many comments stand under it.</param>
/// <param name="Shares">How often it was shared.</param>
/// <param name="Reactions">How many of each reaction; those that nobody gave are absent.</param>
[GenerateSerializer, Immutable, Alias("mixi.PostCounts")]
public sealed record PostCounts(
    [property: Id(0)] int Comments, [property: Id(1)] int Shares, [property: Id(2)] IReadOnlyDictionary<Reaction, int> Reactions);
