using System.ComponentModel.DataAnnotations;

namespace OrleansMixi.Albums;

/// <summary>Bounds of albums, <c>Mixi:Albums</c>.</summary>
public sealed record AlbumOptions
{
    /// <summary>Albums of one member.</summary>
    [Range(1, 10_000)]
    public int Albums { get; init; } = 200;

    /// <summary>Pictures in one album.</summary>
    [Range(1, 10_000)]
    public int Pictures { get; init; } = 500;

    /// <summary>Pictures added at once.</summary>
    [Range(1, 100)]
    public int AtOnce { get; init; } = 20;

    /// <summary>Text elements of a title.</summary>
    [Range(1, 200)]
    public int MaxTitle { get; init; } = 100;

    /// <summary>Text elements of a description.</summary>
    [Range(1, 2_000)]
    public int MaxDescription { get; init; } = 1_000;

    /// <summary>New pictures of an album are told of in a post at most this often.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan AnnounceEvery { get; init; } = TimeSpan.FromHours(6);
}
