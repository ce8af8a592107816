using System.ComponentModel.DataAnnotations;

namespace OrleansMixi.Presence;

/// <summary>Who is active, <c>Mixi:Presence</c>.</summary>
public sealed record PresenceOptions
{
    /// <summary>
    /// The stretch of time in which "active now" is reckoned. Only its number is ever kept, and an activity shows when the
    /// stretch is over: watching for the moment of the change tells nothing more exact.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:02", "01:00:00")]
    public TimeSpan Slot { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The shortest time between two writes; what a killed host did not write is lost.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "01:00:00")]
    public TimeSpan Pace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a host believes what it read of others.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Believed { get; init; } = TimeSpan.FromSeconds(15);
}
