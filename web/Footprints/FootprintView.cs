using OrleansMixi.Posts;

namespace OrleansMixi.Footprints;

/// <summary>A footprint as clients see it.</summary>
/// <param name="Id">Names it among those of the caller, to take it back.</param>
/// <param name="Member">Who visited; in the list of those that the caller left, who was visited.</param>
/// <param name="At">When, the first time within half a day.</param>
/// <param name="Post">The diary entry that was read; null for the profile.</param>
public sealed record FootprintView(string Id, AuthorView Member, DateTimeOffset At, string? Post);
