namespace OrleansMixi.Communities;

/// <summary>What is asked for on the page of communities; words as they came.</summary>
public sealed record CommunityQuery(string? Text, string? Category, string? Sort, int Offset);
