namespace OrleansMixi.Moderation;

/// <summary>Something that an administrator did to a member, how long it holds, and how it ended. Times are Unix milliseconds, 0 for none.</summary>
public sealed class MeasureRow
{
    public int Number { get; set; }

    public MeasureKind Kind { get; set; }

    /// <summary>The member concerned.</summary>
    public int Member { get; set; }

    /// <summary>The post concerned; 0 for none.</summary>
    public long Post { get; set; }

    /// <summary>The administrator; 0 for the operator.</summary>
    public int Actor { get; set; }

    public string Reason { get; set; } = "";

    public long Created { get; set; }

    /// <summary>When it ends by itself; 0 if it doesn't.</summary>
    public long Ends { get; set; }

    public long Undone { get; set; }

    /// <summary>Who undid it; 0 if it ended by itself.</summary>
    public int UndoneBy { get; set; }

    public string? UndoneReason { get; set; }

    /// <summary>What the member wrote against it; null for nothing.</summary>
    public string? Appeal { get; set; }

    public long AppealDecided { get; set; }

    public int AppealGranted { get; set; }

    public string? AppealAnswer { get; set; }

    /// <summary>Whether it holds.</summary>
    public bool Holds => Undone == 0;
}
