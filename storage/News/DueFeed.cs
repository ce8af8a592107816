namespace OrleansMixi.News;

/// <summary>An outside feed whose turn it is.</summary>
public sealed class DueFeed
{
    /// <summary>The category's number.</summary>
    public int Category { get; set; }

    /// <summary>Where it lies.</summary>
    public string Url { get; set; } = "";

    /// <summary>Minutes between two readings.</summary>
    public int Minutes { get; set; }

    /// <summary>The validator of the last answer.</summary>
    public string? Etag { get; set; }

    /// <summary>The modification time of the last answer.</summary>
    public string? Modified { get; set; }
}
