using System.ComponentModel.DataAnnotations;

namespace OrleansMixi.Notifications;

/// <summary>Sizes and periods of notifications, <c>Mixi:Notifications</c>.</summary>
public sealed record NotificationOptions
{
    /// <summary>Notifications kept for one member; older ones go.</summary>
    [Range(1, 100_000)]
    public int Kept { get; init; } = 500;

    /// <summary>Members kept of those who did one thing, the newest; more are not counted.</summary>
    [Range(2, 1_000)]
    public int Actors { get; init; } = 100;

    /// <summary>The most entries of the log that a reader takes at a time.</summary>
    [Range(1, 10_000)]
    public int Batch { get; init; } = 1_000;

    /// <summary>How long a reader lets entries gather after a batch.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan Linger { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How often each silo makes sure that the readers are active somewhere; also how often a reader keeps its checkpoint.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Keep { get; init; } = TimeSpan.FromSeconds(1);
}
