namespace OrleansMixi.Communities;

/// <summary>A poll; its question is the text of its post.</summary>
public sealed class PollRow
{
    /// <summary>The post's id.</summary>
    public long Post { get; set; }

    /// <summary>The community.</summary>
    public int Community { get; set; }

    /// <summary>Until when votes count, Unix milliseconds.</summary>
    public long Ends { get; set; }
}
