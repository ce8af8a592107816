using OrleansMixi.Posts;

namespace OrleansMixi.Pages.Data;

/// <summary>Somebody who would like to be the viewer's friend.</summary>
/// <param name="From">Who asks.</param>
/// <param name="Message">A few plain words, if any.</param>
/// <param name="Asked">When.</param>
public sealed record FriendRequest(AuthorView From, string? Message, DateTimeOffset Asked);
