using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>A poll as the caller sees it. Votes are shown to who voted, and to everybody after the end.</summary>
/// <param name="Post">What asks: its text is the question.</param>
/// <param name="Ends">Until when votes count.</param>
/// <param name="Over">It ended.</param>
/// <param name="Choice">The option that the caller chose; null for none.</param>
/// <param name="Options">The options.</param>
/// <param name="Votes">All votes; null while they are not shown.</param>
public sealed record CommunityPollView(PostView Post, DateTimeOffset Ends, bool Over, int? Choice, IReadOnlyList<PollOptionView> Options, int? Votes);
