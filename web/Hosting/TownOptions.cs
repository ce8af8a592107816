using System.ComponentModel.DataAnnotations;

namespace OrleansMixi.Hosting;

/// <summary>What strangers may do, <c>Mixi</c>.</summary>
public sealed record TownOptions
{
    /// <summary>Whether people who are not signed in read what is for everyone.</summary>
    public bool PublicReading { get; init; } = true;

    /// <summary>Whether an empty database is filled with a small demo town.</summary>
    public bool Demo { get; init; }

    /// <summary>How often the demo town's bot posts.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan DemoInterval { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>Origins beside this host's own whose pages may use live streams and the API with a cookie.</summary>
    [MaxLength(100)]
    public string[] AllowedOrigins { get; init; } = [];

    /// <summary>Bytes of a request's body.</summary>
    [Range(1_000, 100_000_000)]
    public int MaxBody { get; init; } = 4_000_000;
}
