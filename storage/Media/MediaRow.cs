namespace OrleansMixi.Media;

/// <summary>A picture or video as stored; its files lie in the <see cref="IBlobStore"/>.</summary>
public sealed class MediaRow
{
    /// <summary>The columns in the order of this class.</summary>
    public const string Columns =
        "id, owner, type, length, small_length as SmallLength, width, height, alt, place, holder, position, created";

    public long Id { get; set; }

    public int Owner { get; set; }

    /// <summary>The content type, found by content.</summary>
    public string Type { get; set; } = "";

    /// <summary>Bytes of the file.</summary>
    public long Length { get; set; }

    /// <summary>Bytes of the thumbnail; 0 if there is none.</summary>
    public long SmallLength { get; set; }

    public int Width { get; set; }

    public int Height { get; set; }

    /// <summary>A description for who can't see it; may be empty.</summary>
    public string Alt { get; set; } = "";

    public MediaPlace Place { get; set; }

    /// <summary>The number of what it belongs to.</summary>
    public long Holder { get; set; }

    /// <summary>Its order among the pictures of its album.</summary>
    public long Position { get; set; }

    public long Created { get; set; }

    /// <summary>What counts towards its owner's room.</summary>
    public long Bytes => Length + SmallLength;

    /// <summary>Whether it is a video.</summary>
    public bool IsVideo => Type.StartsWith("video/", StringComparison.Ordinal);

    /// <summary>Where the file lies.</summary>
    public string Key => BlobKey.Of(Id, small: false);

    /// <summary>Where the thumbnail lies.</summary>
    public string SmallKey => BlobKey.Of(Id, small: true);

    /// <summary>How a post carries it.</summary>
    public Picture ToPicture() => new(Id, Width, Height, Alt, IsVideo);
}
