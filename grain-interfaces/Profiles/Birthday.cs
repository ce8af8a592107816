using System.Globalization;

namespace OrleansMixi.Profiles;

/// <summary>Day and month of birth.</summary>
[GenerateSerializer, Immutable, Alias("mixi.Birthday")]
public readonly record struct Birthday([property: Id(0)] int Month, [property: Id(1)] int Day)
{
    // A leap year, so that those born on 29 February have a birthday.
    private const int AnyYear = 2000;

    /// <summary>Whether there is such a day.</summary>
    public bool Exists => Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(AnyYear, Month);

    /// <summary>Reads <c>MM-DD</c>.</summary>
    public static bool TryParse(string text, out Birthday birthday)
    {
        var parts = text.Split('-');
        var read = parts.Length == 2
            & int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            & int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var day);
        birthday = new(month, day);
        return read && birthday.Exists;
    }

    /// <summary>The day in the manner of a culture, <c>8 May</c> or <c>5月8日</c>.</summary>
    public string Format(CultureInfo culture) => new DateOnly(AnyYear, Month, Day).ToString("M", culture);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Month:00}-{Day:00}");
}
