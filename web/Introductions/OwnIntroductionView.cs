using OrleansMixi.Posts;

namespace OrleansMixi.Introductions;

/// <summary>An introduction that the caller has to do with.</summary>
/// <param name="Member">About whom.</param>
/// <param name="Author">By whom.</param>
/// <param name="Text">Plain text.</param>
/// <param name="At">When it was written; give it as <c>written</c> to approve exactly this.</param>
/// <param name="Approved">Whether it is shown.</param>
public sealed record OwnIntroductionView(AuthorView Member, AuthorView Author, string Text, DateTimeOffset At, bool Approved);
