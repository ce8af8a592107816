using System.ComponentModel.DataAnnotations;

namespace OrleansMixi.Clustering;

/// <summary>How this host takes part in the cluster; the section <c>Mixi:Cluster</c>.</summary>
public sealed record MixiClusterOptions
{
    public const string Section = "Mixi:Cluster";

    /// <summary>Hosts of one cluster see each other; two clusters may share a database.</summary>
    [Required, StringLength(64, MinimumLength = 1)]
    public string ClusterId { get; init; } = "mixi";

    /// <summary>Owns the grain state and the reminders, and outlives clusters: another one starts with an empty store.</summary>
    [Required, StringLength(64, MinimumLength = 1)]
    public string ServiceId { get; init; } = "mixi";

    /// <summary>Where other silos call; a free port if absent. A fixed one makes a cold restart after a crash quick.</summary>
    [Range(1, 65535)]
    public int? SiloPort { get; init; }

    /// <summary>Where clients call; a free port if absent.</summary>
    [Range(1, 65535)]
    public int? GatewayPort { get; init; }

    /// <summary>
    /// The address or host name under which this host listens and others reach it. If absent: loopback when the database
    /// is on this machine, else the machine's own address. The ports know no authentication: keep them in a private network.
    /// </summary>
    [StringLength(253, MinimumLength = 1)]
    public string? AdvertisedAddress { get; init; }
}
