using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>A member of a community.</summary>
/// <param name="Member">Who, as one appears here.</param>
/// <param name="Founder">Is at its head.</param>
/// <param name="Rights">May do as staff.</param>
public sealed record MemberInView(AuthorView Member, bool Founder, IReadOnlyList<string> Rights);
