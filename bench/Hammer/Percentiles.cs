using HdrHistogram;

namespace OrleansMixi.Hammer;

/// <summary>Milliseconds that half, 99 % and 99.9 % stay under.</summary>
internal sealed record Percentiles(double P50, double P99, double P999)
{
    private const long LongestMicroseconds = 3_600_000_000;

    /// <summary>Sums up durations to three digits; zeros when there are none.</summary>
    public static Percentiles Of(IEnumerable<TimeSpan> durations)
    {
        var histogram = new LongHistogram(1, LongestMicroseconds, 3);
        foreach (var duration in durations)
        {
            histogram.RecordValue(Math.Clamp((long)duration.TotalMicroseconds, 1, LongestMicroseconds));
        }

        return histogram.TotalCount == 0 ? new(0, 0, 0) : new(At(50), At(99), At(99.9));

        double At(double percent) => Math.Round(histogram.GetValueAtPercentile(percent) / 1_000d, 3);
    }
}
