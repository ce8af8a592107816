using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>A bar as staff, and the one who is barred, see it.</summary>
/// <param name="Member">Who.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">Until when; null is without end.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
public sealed record BarView(AuthorView? Member, string Reason, DateTimeOffset? Until, AuthorView? By, DateTimeOffset At);
