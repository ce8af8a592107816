namespace OrleansMixi.Profiles;

/// <summary>The colours of a theme on one ground, <c>#rrggbb</c>; everything else keeps the town's colours.</summary>
/// <param name="Paper">The page.</param>
/// <param name="Glow">The top of the page.</param>
/// <param name="Accent">Links, buttons and marks.</param>
/// <param name="AccentDeep">The same under the pointer.</param>
/// <param name="Tint">Chips and the like.</param>
/// <param name="TintInk">Letters on the tint.</param>
public sealed record ThemeColours(string Paper, string Glow, string Accent, string AccentDeep, string Tint, string TintInk);
