namespace OrleansMixi.Introductions;

/// <summary>What a friend wrote about a member.</summary>
public sealed class IntroductionRow
{
    /// <summary>About whom.</summary>
    public int Member { get; set; }

    /// <summary>By whom.</summary>
    public int Author { get; set; }

    /// <summary>Plain text.</summary>
    public string Text { get; set; } = "";

    /// <summary>When it was written, Unix milliseconds.</summary>
    public long Created { get; set; }

    /// <summary>When the member agreed, Unix milliseconds; 0 if not yet.</summary>
    public long Approved { get; set; }
}
