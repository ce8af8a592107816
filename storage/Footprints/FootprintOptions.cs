using System.ComponentModel.DataAnnotations;

namespace OrleansMixi.Footprints;

/// <summary>Who visited whom, <c>Mixi:Footprints</c>.</summary>
public sealed record FootprintOptions
{
    /// <summary>A visitor leaves at most one footprint at a member within each such stretch of time, counted from midnight UTC.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan Slot { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How long a footprint stays.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "3650.00:00:00")]
    public TimeSpan Kept { get; init; } = TimeSpan.FromDays(30);

    /// <summary>The shortest time between two writes of footprints; what a killed host did not write is lost.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00")]
    public TimeSpan Pace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Footprints that wait to be written; more are not left.</summary>
    [Range(1, 10_000_000)]
    public int Waiting { get; init; } = 100_000;

    /// <summary>Footprints that a member takes back within a month.</summary>
    [Range(0, 10_000)]
    public int TakeBacks { get; init; } = 10;

    /// <summary>The same with Premium.</summary>
    [Range(0, 10_000)]
    public int PremiumTakeBacks { get; init; } = 30;

    /// <summary>How often what is too old is swept away.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Sweep { get; init; } = TimeSpan.FromHours(1);
}
