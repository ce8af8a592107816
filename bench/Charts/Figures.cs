using System.Globalization;

namespace OrleansMixi.Charts;

/// <summary>Spells figures with about three digits that count.</summary>
internal static class Figures
{
    public static string Short(double value) => Math.Abs(value) switch
    {
        >= 100_000_000 => (value / 1e6).ToString("#,0 M", CultureInfo.InvariantCulture),
        >= 1_000_000 => (value / 1e6).ToString("0.0 M", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("#,0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.#", CultureInfo.InvariantCulture),
        >= 0.1 => value.ToString("0.##", CultureInfo.InvariantCulture),
        _ => value.ToString("0.####", CultureInfo.InvariantCulture),
    };
}
