namespace OrleansMixi.Communities;

/// <summary>A community as clients see it.</summary>
public sealed record CommunityView(string Slug, string Topic, string Title, string Description, string Joining, int Members);
