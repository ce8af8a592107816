using OrleansMixi.Posts;

namespace OrleansMixi.Circles;

/// <summary>A friend group as its member sees it; nobody else does.</summary>
/// <param name="Number">Names it among the member's groups; 0 are the close friends.</param>
/// <param name="Name">The name; empty for the close friends.</param>
/// <param name="Audience">What to give as audience of a post for it.</param>
/// <param name="Friends">Who is in it.</param>
public sealed record GroupView(int Number, string Name, string Audience, IReadOnlyList<AuthorView> Friends);
