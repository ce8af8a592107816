using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>An outside blog that is read as a member's diary.</summary>
public sealed class BlogRow
{
    public int Member { get; set; }

    /// <summary>Where its feed lies.</summary>
    public string Url { get; set; } = "";

    /// <summary>Who sees its entries.</summary>
    public Audience Audience { get; set; }

    /// <summary>Since when it is read, Unix milliseconds.</summary>
    public long Created { get; set; }

    /// <summary>When it is read next, Unix milliseconds.</summary>
    public long Next { get; set; }

    /// <summary>How often it was read well.</summary>
    public int Readings { get; set; }

    /// <summary>Entries that came from it.</summary>
    public int Items { get; set; }

    /// <summary>The validator of the last answer.</summary>
    public string? Etag { get; set; }

    /// <summary>The modification time of the last answer.</summary>
    public string? Modified { get; set; }

    /// <summary>Why the last reading failed.</summary>
    public string? Problem { get; set; }
}
