using System.Globalization;

namespace OrleansMixi.Archive;

/// <summary>How times are spelled, and which ones are believed.</summary>
internal static class ArchiveTime
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    // Clocks of other places may be ahead.
    private const long Ahead = 86_400_000;

    /// <summary>A moment as a line says it.</summary>
    public static string Text(long unixMs) => DateTimeOffset.FromUnixTimeMilliseconds(unixMs).UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>A moment at the beginning of a line's key.</summary>
    public static string Key(long unixMs) => unixMs.ToString("D15", CultureInfo.InvariantCulture);

    /// <summary>The moment that <see cref="Text"/> wrote; refuses everything else.</summary>
    public static long Read(string field, string text) =>
        DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            && moment >= DateTime.UnixEpoch
            ? new DateTimeOffset(moment).ToUnixTimeMilliseconds()
            : throw Errors.Invalid(field, $"'{field}' is not a time such as 2024-05-06T07:08:09.123Z, from 1970 on.");

    /// <summary>Refuses a moment that has not come yet.</summary>
    public static void Check(string field, long unixMs, TimeProvider time)
    {
        if (unixMs < 0 || unixMs > time.GetUtcNow().ToUnixTimeMilliseconds() + Ahead)
        {
            throw Errors.Invalid(field, $"'{field}' lies in the future, or before 1970.");
        }
    }
}
