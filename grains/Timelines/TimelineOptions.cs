using System.ComponentModel.DataAnnotations;

namespace OrleansMixi.Timelines;

/// <summary>Bounds of the timelines, <c>Mixi:Timelines</c>.</summary>
public sealed record TimelineOptions
{
    /// <summary>Ids that an active timeline keeps in memory; older ones are read from the database.</summary>
    [Range(4, 100_000)]
    public int RingCapacity { get; init; } = 800;

    /// <summary>Ids of all rings of one shard together; beyond it the rings least recently read go.</summary>
    [Range(1_000, long.MaxValue)]
    public long RingBudget { get; init; } = 64_000_000;

    /// <summary>A topic with so many followers in one shard has a ring of its own, merged into timelines as they are read.</summary>
    [Range(1, int.MaxValue)]
    public int HeavyFollowers { get; init; } = 20_000;

    /// <summary>Rings of one shard that are built from the database at a time.</summary>
    [Range(1, 1_000)]
    public int Builds { get; init; } = 8;

    /// <summary>The most entries a reader is given to catch up; a longer absence is answered with a reset.</summary>
    [Range(1, 100_000)]
    public int ResumeLimit { get; init; } = 1_000;

    /// <summary>A gateway that has not been heard of for this long is forgotten with its readers.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan GatewaySilence { get; init; } = TimeSpan.FromSeconds(15);
}
