using System.Diagnostics;

namespace OrleansMixi.Push;

/// <summary>The one clock of the load: microseconds since the start.</summary>
internal static class PushClock
{
    private static readonly long Start = Stopwatch.GetTimestamp();

    public static long Microseconds => (Stopwatch.GetTimestamp() - Start) / (Stopwatch.Frequency / 1_000_000);
}
