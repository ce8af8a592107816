namespace OrleansMixi.Moderation;

/// <summary>A report of a post, a member or a community: exactly one of the three.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Text">More words, up to 1,000 text elements.</param>
/// <param name="Post">A post's id.</param>
/// <param name="Member">A member's handle.</param>
/// <param name="Community">A community's name.</param>
public sealed record ReportRequest(ReportReason Reason, string? Text = null, string? Post = null, string? Member = null, string? Community = null);
