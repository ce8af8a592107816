using System.ComponentModel.DataAnnotations;

namespace OrleansMixi.Archive;

/// <summary>Bounds of archives, <c>Mixi:Archive</c>.</summary>
public sealed record ArchiveOptions
{
    /// <summary>Bytes of an archive, as it is uploaded or made; what a zip file holds without its extension for large files.</summary>
    [Range(1_000, 4_200_000_000)]
    public long MaxBytes { get; init; } = 4_000_000_000;

    /// <summary>Files inside an archive, pictures and videos among them.</summary>
    [Range(1, 65_000)]
    public int MaxEntries { get; init; } = 60_000;

    /// <summary>Bytes of all files that are read from an uploaded archive, unpacked.</summary>
    [Range(1_000, 100_000_000_000)]
    public long MaxUnpacked { get; init; } = 6_000_000_000;

    /// <summary>How many times larger a file may be unpacked than packed; smaller ones than a megabyte are not asked.</summary>
    [Range(2, 1_100)]
    public int MaxRatio { get; init; } = 200;

    /// <summary>Bytes of one line, or of one activity of another program's archive.</summary>
    [Range(1_000, 100_000_000)]
    public int MaxLine { get; init; } = 4_000_000;

    /// <summary>Lines of an archive; those beyond are refused.</summary>
    [Range(1, 100_000_000)]
    public int MaxLines { get; init; } = 2_000_000;

    /// <summary>Lines imported in a second, so that a large archive leaves room for everybody else.</summary>
    [Range(1, 1_000_000)]
    public int LinesPerSecond { get; init; } = 2_000;

    /// <summary>How long a finished archive can be fetched.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "365.00:00:00")]
    public TimeSpan Keep { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long one host may be silent about a job before another one goes on with it.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often each host looks for jobs and for blogs whose turn it is.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "01:00:00")]
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Jobs that one host does at once.</summary>
    [Range(1, 64)]
    public int Workers { get; init; } = 2;

    /// <summary>Outside blogs that one member may have read as diary.</summary>
    [Range(0, 100)]
    public int Blogs { get; init; } = 3;

    /// <summary>The time between two readings of a blog.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan BlogEvery { get; init; } = TimeSpan.FromHours(1);

    /// <summary>New entries of a blog that enter timelines at one reading; the others stand in the diary only.</summary>
    [Range(0, 1_000)]
    public int BlogTold { get; init; } = 5;
}
