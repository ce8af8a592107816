using System.Globalization;

namespace OrleansMixi.Profiles;

public sealed class ThemeTests
{
    private const double Readable = 4.5;

    public static TheoryData<string> Names => new(ThemePalette.All.Select(theme => theme.Name));

    /// <summary>What the town's own colours put on a theme's grounds: card, ink and soft ink, by day and by night.</summary>
    [Theory, MemberData(nameof(Names))]
    public void Every_theme_keeps_the_contrast_of_WCAG_AA_by_day_and_by_night(string name)
    {
        var theme = ThemePalette.Find(name)!;
        Check(theme.Day, card: "#fffdfa", sunk: "#f8efe4", ink: "#33271f", soft: "#6d5c4f", onAccent: "#ffffff");
        Check(theme.Night, card: "#272019", sunk: "#1f1915", ink: "#f4e9de", soft: "#bba997", onAccent: ThemeSheet.NightInk);
    }

    [Fact]
    public void A_sheet_holds_nothing_but_custom_properties()
    {
        foreach (var theme in ThemePalette.All)
        {
            Assert.Matches(@"\A:root\{(--[a-z-]+:#[0-9a-f]{6};?)+\}\n@media \(prefers-color-scheme: dark\)\{:root\{(--[a-z-]+:#[0-9a-f]{6};?)+\}\}\n\z", ThemeSheet.Of(theme));
        }
    }

    private static void Check(ThemeColours colours, string card, string sunk, string ink, string soft, string onAccent)
    {
        foreach (var (letters, ground) in new[]
        {
            (ink, colours.Paper), (ink, colours.Glow), (ink, colours.Tint), (soft, colours.Paper), (soft, colours.Glow),
            (colours.Accent, colours.Paper), (colours.Accent, colours.Glow), (colours.Accent, card), (colours.Accent, sunk), (colours.AccentDeep, card), (colours.AccentDeep, colours.Paper),
            (onAccent, colours.Accent), (onAccent, colours.AccentDeep), (colours.TintInk, colours.Tint),
        })
        {
            Assert.True(Contrast(letters, ground) >= Readable, $"{letters} on {ground}: {Contrast(letters, ground):0.00}");
        }
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Light(one), Light(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Light(string colour) => Channel(colour, 1) * 0.2126 + Channel(colour, 3) * 0.7152 + Channel(colour, 5) * 0.0722;

    private static double Channel(string colour, int at)
    {
        var share = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
