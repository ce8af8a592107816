namespace OrleansMixi.Hammer;

/// <summary>How long to wait before the next attempt.</summary>
internal static class Backoff
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(2);

    /// <summary>0.1 s and double each time, or what the server asks; never more than 2 s.</summary>
    public static TimeSpan Before(int attempt, TimeSpan? asked = null) =>
        TimeSpan.FromTicks(Math.Min(_longest.Ticks, (asked ?? TimeSpan.FromMilliseconds(100 * Math.Pow(2, attempt))).Ticks));
}
