namespace OrleansMixi.Reactions;

/// <summary>A reaction as clients see it.</summary>
/// <param name="Handle">Whose it is.</param>
/// <param name="Nickname">That member's name to show.</param>
/// <param name="Reaction"><c>iine</c>, <c>love</c>, <c>laugh</c>, <c>wow</c>, <c>sad</c> or <c>thanks</c>.</param>
public sealed record ReactionView(string Handle, string Nickname, string Reaction);
