using OrleansMixi.Hammer;

namespace OrleansMixi.Read;

/// <summary>What wrk told.</summary>
internal sealed record WrkFigures(long Answers, long Faults, double Seconds, Percentiles LatencyMs)
{
    public double PerSecond => Answers / Seconds;
}
