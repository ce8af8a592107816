namespace OrleansMixi.Communities;

/// <summary>One thing that staff did.</summary>
public sealed class CommunityLogRow
{
    /// <summary>Its number, rising with time.</summary>
    public long Number { get; set; }

    /// <summary>The community.</summary>
    public int Community { get; set; }

    /// <summary>When, Unix milliseconds.</summary>
    public long At { get; set; }

    /// <summary>Who did it.</summary>
    public int Actor { get; set; }

    /// <summary>What was done.</summary>
    public CommunityAction Action { get; set; }

    /// <summary>To whom; 0 for nobody.</summary>
    public int Subject { get; set; }

    /// <summary>To which post; 0 for none.</summary>
    public long Post { get; set; }

    /// <summary>Why; may be empty.</summary>
    public string Reason { get; set; } = "";

    /// <summary>What was so before, for undoing.</summary>
    public string Before { get; set; } = "";

    /// <summary>What is so since.</summary>
    public string After { get; set; } = "";

    /// <summary>The entry that this one undid; 0 for none.</summary>
    public long Undoes { get; set; }

    /// <summary>The entry that undid this one; 0 for none.</summary>
    public long Undone { get; set; }
}
