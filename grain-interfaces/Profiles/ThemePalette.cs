namespace OrleansMixi.Profiles;

/// <summary>The colour themes that a member can choose from. Every pair of ink and ground keeps the contrast of WCAG AA, by day and by night.</summary>
public static class ThemePalette
{
    /// <summary>All themes.</summary>
    public static IReadOnlyList<Theme> All { get; } =
    [
        new("sakura", new("#fff4f6", "#ffdfe7", "#a3264f", "#7f1a3c", "#ffe6ed", "#86173f"), new("#20151a", "#3d1f2b", "#ff9dbb", "#ffbdd1", "#4a2433", "#ffc6d7")),
        new("wakaba", new("#f5f9ee", "#e0f0c9", "#3f6b12", "#31540d", "#e8f4d6", "#34580e"), new("#161a12", "#27351a", "#a8d672", "#c3e79b", "#2f4020", "#cdebaa")),
        new("umi", new("#f1f8fb", "#d3ecf7", "#0b6286", "#084c69", "#dff1f9", "#0a546f"), new("#12181c", "#18333f", "#7fcdf0", "#a9dff7", "#1c3c4b", "#b8e4f7")),
        new("yozora", new("#f5f4fc", "#e2defa", "#4c3fa8", "#3a2f88", "#e9e6fb", "#40358f"), new("#15141f", "#29254a", "#b3a8ff", "#cdc5ff", "#322d59", "#d4ceff")),
        new("ume", new("#fbf3f9", "#f4daee", "#8d2678", "#701b5f", "#f8e3f3", "#78205f"), new("#1c141b", "#3a2036", "#f3a2e0", "#f8c2eb", "#452640", "#f8c9ed")),
        new("kohaku", new("#fdf8ea", "#fbe9b7", "#7d5200", "#624000", "#fbefcd", "#674400"), new("#1b1810", "#382c10", "#f2c45a", "#f7d88d", "#44371a", "#f8dd9d")),
        new("sumi", new("#f6f6f5", "#e4e4e2", "#45484c", "#2e3033", "#ebebe9", "#3b3d40"), new("#161616", "#2a2a2b", "#cfd2d6", "#e4e6e8", "#353638", "#e0e2e4")),
    ];

    /// <summary>A theme by name; null if there is none.</summary>
    public static Theme? Find(string name) => All.FirstOrDefault(theme => theme.Name == name);
}
