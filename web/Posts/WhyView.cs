namespace OrleansMixi.Posts;

/// <summary>Why a post is in the caller's home timeline, or why not.</summary>
/// <param name="Shown">Whether it is there.</param>
/// <param name="Reasons">Through what it comes.</param>
/// <param name="Rule">What keeps it out; absent if nothing does.</param>
public sealed record WhyView(bool Shown, IReadOnlyList<WhyReason> Reasons, WhyRule? Rule);
