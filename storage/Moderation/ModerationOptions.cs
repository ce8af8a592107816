using System.ComponentModel.DataAnnotations;

namespace OrleansMixi.Moderation;

/// <summary>Reports and measures, <c>Mixi:Moderation</c>.</summary>
public sealed record ModerationOptions
{
    /// <summary>How often a host looks for measures that are over.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Reports of one member that may wait for an administrator at a time.</summary>
    [Range(1, 10_000)]
    public int OpenReports { get; init; } = 50;
}
