using System.ComponentModel.DataAnnotations;

namespace OrleansMixi.Live;

/// <summary>Bounds of live delivery, <c>Mixi:Live</c>.</summary>
public sealed record LiveOptions
{
    /// <summary>Entries that wait for one reader; beyond it they become one gap.</summary>
    [Range(1, 100_000)]
    public int ReaderQueue { get; init; } = 256;

    /// <summary>Frames of one reader follow each other no closer than this; the first after a pause goes at once.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan Tick { get; init; } = TimeSpan.FromMilliseconds(8);

    /// <summary>A reader whose connection does not take a frame for this long is disconnected.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan SlowReader { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a quiet reader's cursor is moved.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan Beat { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a gateway tells its shards that it lives.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan Renew { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Batches of one shard that wait at the gateway; beyond it they are fetched again by cursor.</summary>
    [Range(1, 1_000_000)]
    public int LinkQueue { get; init; } = 4_096;

    /// <summary>Readers of one host.</summary>
    [Range(1, 10_000_000)]
    public int Readers { get; init; } = 20_000;

    /// <summary>Topics that one reader watches beside home.</summary>
    [Range(1, 10_000)]
    public int Topics { get; init; } = 50;
}
