namespace OrleansMixi.Pages.Shell;

/// <summary>Draws a shop curtain for a community: colours and pattern follow from the slug alone.</summary>
internal static class Sign
{
    private static readonly (string Sky, string Cloth, string Mark)[] Palette =
    [
        ("#ffe3c2", "#c05a1c", "#fff2e0"), ("#dcebee", "#2f6676", "#e6f5f8"), ("#e4efdc", "#4f7238", "#f0f8e8"), ("#efe4f1", "#6d4a80", "#f7eefb"), ("#fff0c4", "#94690c", "#fff8e2"),
        ("#e3e6f4", "#3f5190", "#eef1fb"), ("#fbe4ec", "#9c3f61", "#fdf0f4"), ("#f1e5da", "#75502f", "#faf2ea"),
    ];

    private static readonly string[] Marks =
    [
        "<circle cx='32' cy='36' r='9' fill='{mark}'/>",
        "<path d='M32 26l9 9-9 9-9-9z' fill='{mark}'/>",
        "<path d='M22 42a10 10 0 0 1 20 0z' fill='{mark}'/><path d='M22 34a10 10 0 0 1 20 0z' fill='{mark}' opacity='.6'/>",
        "<circle cx='27' cy='32' r='5' fill='{mark}'/><circle cx='37' cy='32' r='5' fill='{mark}'/><circle cx='32' cy='40' r='5' fill='{mark}'/>",
        "<path d='M32 26l3 7 7 1-5 5 1 7-6-4-6 4 1-7-5-5 7-1z' fill='{mark}'/>",
        "<path d='M24 28h16v4H24zM24 36h16v4H24z' fill='{mark}'/>",
    ];

    /// <summary>The picture for a folded slug.</summary>
    public static string Svg(string slug)
    {
        var seed = slug.Aggregate(2166136261u, (sum, c) => (sum ^ c) * 16777619u);
        var (sky, cloth, mark) = Palette[(seed >> 4) % (uint)Palette.Length];
        return ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 64 64'><rect width='64' height='64' fill='{sky}'/><rect x='6' y='12' width='52' height='5' rx='2.500' fill='{cloth}'/>"
            + "<path d='M10 17h44v33l-4 2-7-2-7 2V19h-8v33l-7-2-7 2-4-2z' fill='{cloth}'/><rect x='29' y='17' width='6' height='33' fill='{cloth}'/>"
            + Marks[(seed >> 12) % (uint)Marks.Length] + "</svg>")
            .Replace("{sky}", sky, StringComparison.Ordinal).Replace("{cloth}", cloth, StringComparison.Ordinal).Replace("{mark}", mark, StringComparison.Ordinal);
    }
}
