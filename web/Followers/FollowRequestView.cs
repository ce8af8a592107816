using OrleansMixi.Posts;

namespace OrleansMixi.Followers;

/// <summary>Somebody who would like to follow the caller's locked account.</summary>
public sealed record FollowRequestView(AuthorView From, DateTimeOffset At);
