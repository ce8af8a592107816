using System.ComponentModel.DataAnnotations;

namespace OrleansMixi.Media;

/// <summary>Bounds of pictures and videos, <c>Mixi:Media</c>.</summary>
public sealed record MediaOptions
{
    /// <summary>Bytes of one picture as it is sent.</summary>
    [Range(1_000, 1_000_000_000)]
    public int MaxPictureBytes { get; init; } = 15_000_000;

    /// <summary>Bytes of one video as it is sent.</summary>
    [Range(1_000, 2_000_000_000)]
    public int MaxVideoBytes { get; init; } = 200_000_000;

    /// <summary>Bytes of a form with several pictures.</summary>
    [Range(1_000, 2_000_000_000)]
    public int MaxFormBytes { get; init; } = 210_000_000;

    /// <summary>Pixels of one picture, those of all its frames together.</summary>
    [Range(1_000, 1_000_000_000)]
    public long MaxPixels { get; init; } = 50_000_000;

    /// <summary>Pixels of a picture's longer side.</summary>
    [Range(10, 100_000)]
    public int MaxSide { get; init; } = 16_384;

    /// <summary>Frames of a moving picture.</summary>
    [Range(1, 10_000)]
    public int MaxFrames { get; init; } = 300;

    /// <summary>Pixels of the longer side of what is kept; larger pictures are made smaller.</summary>
    [Range(100, 16_384)]
    public int KeptSide { get; init; } = 2_048;

    /// <summary>Pixels of the longer side of a thumbnail.</summary>
    [Range(50, 2_000)]
    public int SmallSide { get; init; } = 640;

    /// <summary>Text elements of a description.</summary>
    [Range(1, 10_000)]
    public int MaxAlt { get; init; } = 1_000;

    /// <summary>Bytes that a member may keep.</summary>
    [Range(0, long.MaxValue)]
    public long FreeBytes { get; init; } = 300_000_000;

    /// <summary>Bytes that a member with Premium may keep.</summary>
    [Range(0, long.MaxValue)]
    public long PremiumBytes { get; init; } = 3_000_000_000;

    /// <summary>Pictures that one host decodes at a time; others wait.</summary>
    [Range(1, 64)]
    public int AtOnce { get; init; } = 2;

    /// <summary>How long a picture that belongs to nothing is kept.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "365.00:00:00")]
    public TimeSpan LooseFor { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How often what belongs to nothing is swept.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromMinutes(5);
}
