using OrleansMixi.Communities;

namespace OrleansMixi.Pages.Actions;

/// <summary>A community that a member wants to found.</summary>
public sealed record CommunityForm(string Slug, string Title, string Description, Joining Joining);
