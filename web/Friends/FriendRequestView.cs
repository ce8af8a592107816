using OrleansMixi.Posts;

namespace OrleansMixi.Friends;

/// <summary>A friend request that waits.</summary>
public sealed record FriendRequestView(AuthorView From, string Message, DateTimeOffset At);
