using System.ComponentModel.DataAnnotations;

namespace OrleansMixi.Accounts;

/// <summary>How the town tidies up behind members who leave, <c>Mixi:Leaving</c>.</summary>
public sealed record LeavingOptions
{
    /// <summary>How often a host looks for members whose leaving is not done, for one because another host died.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For how long one host tidies up behind a member before another may.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Posts and edges that are removed at a time.</summary>
    [Range(1, 5_000)]
    public int Batch { get; init; } = 200;

    /// <summary>A member's personas leave within so long, each at a moment of its own, so that nobody sees who goes together.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan PersonaSpread { get; init; } = TimeSpan.FromDays(1);
}
