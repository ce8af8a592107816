using System.Globalization;

namespace OrleansMixi.Communities;

/// <summary>Dates of events on the clocks of their time zones.</summary>
internal static class EventClock
{
    private const string Format = "yyyy-MM-dd'T'HH:mm";

    // At the ends of the calendar a change of zone has nowhere to go.
    private const int FirstYear = 1900, LastYear = 9998;

    /// <summary>The moment of a date and time in a zone; refuses those that the clock there leaves out.</summary>
    public static DateTimeOffset Read(string starts, string zone)
    {
        var place = Zone(zone) ?? throw Errors.Invalid("zone", "'zone' is the name of a time zone, such as 'Asia/Tokyo' or 'Europe/Lisbon'.");
        if (!DateTime.TryParseExact(starts, [Format, Format + "':'ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || local.Year is < FirstYear or > LastYear)
        {
            throw Errors.Invalid("starts", "'starts' is date and time on the clock of the zone, such as '2026-12-24T19:00'.");
        }

        if (place.IsInvalidTime(local))
        {
            throw Errors.Invalid("starts", $"There is no such time in {zone}: the clocks are put forward then.");
        }

        return new(local, place.GetUtcOffset(local));
    }

    /// <summary>A moment on the clock of a zone.</summary>
    public static DateTime Local(DateTimeOffset moment, string zone) =>
        Zone(zone) is { } place ? TimeZoneInfo.ConvertTime(moment, place).DateTime : moment.UtcDateTime;

    /// <summary>A moment as <see cref="Read"/> takes it.</summary>
    public static string Write(DateTimeOffset moment, string zone) => Local(moment, zone).ToString(Format, CultureInfo.InvariantCulture);

    private static TimeZoneInfo? Zone(string name) =>
        name.Length is > 0 and <= 60 && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
}
