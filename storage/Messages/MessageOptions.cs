using System.ComponentModel.DataAnnotations;

namespace OrleansMixi.Messages;

/// <summary>Conversations, <c>Mixi:Messages</c>.</summary>
public sealed record MessageOptions
{
    /// <summary>Participants of a group, with whoever made it.</summary>
    [Range(2, 200)]
    public int GroupSize { get; init; } = 20;

    /// <summary>How long after sending a message can be taken back.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan UnsendWithin { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Messages that share one commit.</summary>
    [Range(1, 1_000)]
    public int CommitBatch { get; init; } = 100;

    /// <summary>Messages of one conversation that wait for their commit; more are refused for a moment.</summary>
    [Range(1, 100_000)]
    public int Waiting { get; init; } = 2_000;

    /// <summary>The shortest time between two writes of one participant's read mark; what a killed host did not write is lost.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00")]
    public TimeSpan ReadMarks { get; init; } = TimeSpan.FromSeconds(1);
}
