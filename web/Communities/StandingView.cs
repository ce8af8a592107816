using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>How the caller stands to a community.</summary>
/// <param name="Member">Belongs to it.</param>
/// <param name="Founder">Is at its head.</param>
/// <param name="Rights">May do as staff.</param>
/// <param name="Asked">Waits to be let in.</param>
/// <param name="Invited">May come in at any time.</param>
/// <param name="Barred">Is kept out.</param>
/// <param name="MayClaim">May take the head, which is empty or whose holder is gone.</param>
/// <param name="MayBegin">May begin topics and announce events.</param>
/// <param name="MayAsk">May ask polls.</param>
/// <param name="Persona">The persona under which the caller appears here.</param>
public sealed record StandingView(
    bool Member, bool Founder, IReadOnlyList<string> Rights, bool Asked, bool Invited, BarView? Barred, bool MayClaim, bool MayBegin, bool MayAsk, AuthorView? Persona);
