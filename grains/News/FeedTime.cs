using System.Globalization;
using System.Text.RegularExpressions;

namespace OrleansMixi.News;

/// <summary>Reads the times of feeds: ISO 8601, and RFC 822 with its zones by name.</summary>
internal static partial class FeedTime
{
    private static readonly Dictionary<string, string> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["GMT"] = "+0000", ["UT"] = "+0000", ["UTC"] = "+0000", ["Z"] = "+0000", ["JST"] = "+0900", ["EST"] = "-0500", ["EDT"] = "-0400",
        ["CST"] = "-0600", ["CDT"] = "-0500", ["MST"] = "-0700", ["MDT"] = "-0600", ["PST"] = "-0800", ["PDT"] = "-0700", ["CET"] = "+0100", ["CEST"] = "+0200",
    };

    /// <summary>The moment in UTC; null for what can't be read.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (text is null or { Length: > 100 })
        {
            return null;
        }

        var named = ZoneName().Replace(text.Trim(), match => Zones.TryGetValue(match.Value.Trim(), out var offset) ? " " + offset : match.Value);
        var plain = WeekDay().Replace(named, "");
        return DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            || DateTimeOffset.TryParseExact(plain, ["d MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm zzz", "d MMM yy HH:mm:ss zzz"], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out moment)
                ? moment
                : null;
    }

    [GeneratedRegex(@"\s[A-Za-z]{1,4}$")]
    private static partial Regex ZoneName();

    [GeneratedRegex(@"^[A-Za-z]{3,9},\s*")]
    private static partial Regex WeekDay();
}
