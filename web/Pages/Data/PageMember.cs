namespace OrleansMixi.Pages.Data;

/// <summary>The signed-in member, as every page's frame shows one.</summary>
/// <param name="Number">The member's number.</param>
/// <param name="Handle">The handle.</param>
/// <param name="Nickname">The name to show.</param>
/// <param name="FriendRequests">How many requests to be friends or to follow wait for an answer.</param>
public sealed record PageMember(int Number, string Handle, string Nickname, int FriendRequests);
