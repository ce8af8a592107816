using System.ComponentModel.DataAnnotations;

namespace OrleansMixi.News;

/// <summary>Bounds of what is fetched from outside, <c>Mixi:News</c>.</summary>
public sealed record FeedLimits
{
    /// <summary>Bytes of a feed, after decompression.</summary>
    [Range(1_000, 100_000_000)]
    public int MaxBytes { get; init; } = 2_000_000;

    /// <summary>Items taken from one reading, the newest.</summary>
    [Range(1, 10_000)]
    public int MaxItems { get; init; } = 100;

    /// <summary>Text elements of a title.</summary>
    [Range(10, 200)]
    public int MaxTitle { get; init; } = 150;

    /// <summary>Text elements of a summary.</summary>
    [Range(10, 2_000)]
    public int MaxSummary { get; init; } = 1_500;

    /// <summary>Time for one reading, redirects and body included.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Redirects followed.</summary>
    [Range(0, 20)]
    public int MaxRedirects { get; init; } = 5;

    /// <summary>Hosts with ports (<c>feeds.internal:8080</c>) that may be fetched although their address or port is not public.</summary>
    [MaxLength(100)]
    public string[] AllowedInside { get; init; } = [];

    /// <summary>How often the schedule is looked at.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(15);
}
