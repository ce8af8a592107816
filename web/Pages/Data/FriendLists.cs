using OrleansMixi.Posts;

namespace OrleansMixi.Pages.Data;

/// <summary>The friends page: requests that wait for the viewer, newest first, and friends.</summary>
public sealed record FriendLists(IReadOnlyList<FriendRequest> Requests, IReadOnlyList<AuthorView> Friends);
