namespace OrleansMixi.Profiles;

/// <summary>Spells a theme as a style sheet: it only sets the custom properties that all pages use.</summary>
internal static class ThemeSheet
{
    /// <summary>Letters on the accent by day.</summary>
    public const string DayInk = "#ffffff";

    /// <summary>Letters on the accent by night.</summary>
    public const string NightInk = "#1a1210";

    public static string Of(Theme theme) =>
        $":root{{{Colours(theme.Day, DayInk)}}}\n@media (prefers-color-scheme: dark){{:root{{{Colours(theme.Night, NightInk)}}}}}\n";

    private static string Colours(ThemeColours colours, string onAccent) =>
        $"--paper:{colours.Paper};--glow:{colours.Glow};--accent:{colours.Accent};--accent-ink:{onAccent};--accent-deep:{colours.AccentDeep};--tint:{colours.Tint};--tint-ink:{colours.TintInk};--spark:{colours.Accent}";
}
