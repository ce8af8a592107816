namespace OrleansMixi.Communities;

/// <summary>What the page of communities shows.</summary>
/// <param name="Mine">Those that the viewer belongs to.</param>
/// <param name="Invitations">Those that the viewer may come into at any time.</param>
/// <param name="Found">Those that were asked for.</param>
public sealed record CommunityShelf(IReadOnlyList<CommunityView> Mine, IReadOnlyList<CommunityView> Invitations, ListView<CommunityView> Found);
