namespace OrleansMixi.Pages.Data;

/// <summary>The communities page: the viewer's own, and others to discover (bounded by the reader).</summary>
public sealed record CommunityLists(IReadOnlyList<TopicCard> Mine, IReadOnlyList<TopicCard> Others);
