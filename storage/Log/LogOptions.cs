using System.ComponentModel.DataAnnotations;

namespace OrleansMixi.Log;

/// <summary>Sizes and periods of the log, <c>Mixi:Log</c>.</summary>
public sealed record LogOptions
{
    /// <summary>Queues of a new database.</summary>
    [Range(1, PostId.MaxQueues)]
    public int Queues { get; init; } = 8;

    /// <summary>Timeline shards of a new database.</summary>
    [Range(1, 4096)]
    public int Shards { get; init; } = 16;

    /// <summary>The most entries of one commit.</summary>
    [Range(1, 5_000)]
    public int CommitBatch { get; init; } = 500;

    /// <summary>The most entries of one queue that wait for their commit on this host; one more is refused.</summary>
    [Range(1, 1_000_000)]
    public int Waiting { get; init; } = 20_000;

    /// <summary>After this long without a commit the caller is told that the outcome is unknown.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:02:00")]
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Recent entries of one queue that a host keeps in memory.</summary>
    [Range(16, 10_000_000)]
    public int TailLength { get; init; } = 16_384;

    /// <summary>The most entries of one batch of the stream.</summary>
    [Range(1, 10_000)]
    public int StreamBatch { get; init; } = 2_000;

    /// <summary>Batches of the stream follow each other no closer than this; the first after a pause goes at once.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:01")]
    public TimeSpan StreamLinger { get; init; } = TimeSpan.FromMilliseconds(2);

    /// <summary>How often a quiet queue says that it is quiet.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00")]
    public TimeSpan Beat { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often the heads are looked at in case a doorbell was lost; on SQLite, which has no doorbell between processes, five times as often.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:10:00")]
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long an idempotency key is kept.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan KeepKeys { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Posts a host keeps in memory to make pages and frames from.</summary>
    [Range(16, 10_000_000)]
    public int CachedPosts { get; init; } = 50_000;
}
