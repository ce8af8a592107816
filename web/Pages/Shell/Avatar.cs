namespace OrleansMixi.Pages.Shell;

/// <summary>Draws a small animal of the town for a handle: the coat, ears, face and sky follow from the handle alone.</summary>
internal static class Avatar
{
    private static readonly (string Sky, string Coat, string Inner, string Ink)[] Palette =
    [
        ("#ffe3c2", "#f08a3c", "#ffd9b0", "#4a2a14"), ("#fde2df", "#d96f6a", "#ffd4cf", "#4a1f1d"), ("#e4efdc", "#7f9d5f", "#dcebc9", "#2a3a1c"),
        ("#dcebee", "#5f93a1", "#cfe6ea", "#17323a"), ("#efe4f1", "#9a7aa8", "#ead8ef", "#33203c"), ("#fff0c4", "#d9a52e", "#ffeab0", "#453208"),
        ("#f1e5da", "#a87c58", "#efd9c4", "#3a2616"), ("#e3e6f4", "#7484b8", "#d6dcf2", "#1e2746"), ("#fbe4ec", "#cf7a97", "#f9d5e0", "#451c2b"),
        ("#e9ecea", "#8b9690", "#e0e6e2", "#26302b"),
    ];

    private static readonly string[] Ears =
    [
        "<path d='M14 30 17 11l15 9zM50 30 47 11l-15 9z' fill='{coat}'/><path d='m18 24 1.500-8 7 5zM46 24l-1.500-8-7 5z' fill='{inner}'/>",
        "<circle cx='18' cy='20' r='8' fill='{coat}'/><circle cx='46' cy='20' r='8' fill='{coat}'/><circle cx='18' cy='20' r='4' fill='{inner}'/><circle cx='46' cy='20' r='4' fill='{inner}'/>",
        "<ellipse cx='24' cy='15' rx='5.500' ry='13' fill='{coat}'/><ellipse cx='40' cy='15' rx='5.500' ry='13' fill='{coat}'/><ellipse cx='24' cy='15' rx='2.500' ry='9' fill='{inner}'/><ellipse cx='40' cy='15' rx='2.500' ry='9' fill='{inner}'/>",
        "<ellipse cx='13' cy='32' rx='6' ry='12' transform='rotate(14 13 32)' fill='{ink}' opacity='.55'/><ellipse cx='51' cy='32' rx='6' ry='12' transform='rotate(-14 51 32)' fill='{ink}' opacity='.55'/>",
        "<path d='M32 19c-3-6 0-10 4-12 1 4 1 8-4 12z' fill='{coat}'/>",
    ];

    private static readonly string[] Faces =
    [
        "<circle cx='24' cy='37' r='2.300' fill='{ink}'/><circle cx='40' cy='37' r='2.300' fill='{ink}'/><path d='M28 44q4 4 8 0' fill='none' stroke='{ink}' stroke-width='2' stroke-linecap='round'/>",
        "<path d='M21 38q3-4 6 0M37 38q3-4 6 0' fill='none' stroke='{ink}' stroke-width='2' stroke-linecap='round'/><path d='M28 44q4 4 8 0' fill='none' stroke='{ink}' stroke-width='2' stroke-linecap='round'/>",
        "<circle cx='24' cy='37' r='2.300' fill='{ink}'/><circle cx='40' cy='37' r='2.300' fill='{ink}'/><path d='M32 42v2q-3 3-5 1M32 44q3 3 5 1' fill='none' stroke='{ink}' stroke-width='1.800' stroke-linecap='round'/><ellipse cx='32' cy='41.500' rx='2.200' ry='1.600' fill='{ink}'/>",
        "<circle cx='24' cy='37' r='2.300' fill='{ink}'/><path d='M37 38q3-3 6 0' fill='none' stroke='{ink}' stroke-width='2' stroke-linecap='round'/><ellipse cx='32' cy='44' rx='3' ry='2.500' fill='{ink}'/>",
    ];

    /// <summary>The picture for a folded handle.</summary>
    public static string Svg(string handle)
    {
        var seed = Seed(handle);
        var (sky, coat, inner, ink) = Palette[seed % (uint)Palette.Length];
        var ears = Ears[(seed >> 8) % (uint)Ears.Length];
        var face = Faces[(seed >> 16) % (uint)Faces.Length];
        var body =
            $"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 64 64'><rect width='64' height='64' fill='{sky}'/>{ears}" +
            "<ellipse cx='32' cy='66' rx='19' ry='14' fill='{coat}'/><ellipse cx='32' cy='38' rx='20' ry='18' fill='{coat}'/>" +
            "<ellipse cx='32' cy='44' rx='11' ry='9' fill='{inner}'/><circle cx='17.500' cy='43' r='3' fill='#ff8f7a' opacity='.55'/><circle cx='46.500' cy='43' r='3' fill='#ff8f7a' opacity='.55'/>" +
            $"{face}</svg>";
        return body.Replace("{coat}", coat, StringComparison.Ordinal).Replace("{inner}", inner, StringComparison.Ordinal).Replace("{ink}", ink, StringComparison.Ordinal);
    }

    /// <summary>FNV-1a with a final mix: the same on every host and version, unlike <see cref="string.GetHashCode()"/>.</summary>
    private static uint Seed(string handle)
    {
        var hash = handle.Aggregate(2166136261u, (sum, c) => (sum ^ c) * 16777619u);
        hash = (hash ^ (hash >> 15)) * 0x2c1b3c6du;
        return hash ^ (hash >> 13);
    }
}
