namespace OrleansMixi.Communities;

/// <summary>What is looked for among the communities that a viewer may know of.</summary>
/// <param name="Text">A part of title, slug or description, in any script; null for all.</param>
/// <param name="Category">A category; null for all.</param>
/// <param name="Sort">The order.</param>
/// <param name="Offset">How many to pass over.</param>
/// <param name="Limit">The most to answer.</param>
public sealed record CommunitySearch(string? Text, string? Category, CommunitySort Sort, int Offset, int Limit);
