namespace OrleansMixi.Moderation;

/// <summary>A report as administrators see it.</summary>
public sealed class ReportRow
{
    public int Number { get; set; }

    public int Reporter { get; set; }

    public ReportKind Kind { get; set; }

    /// <summary>A post's id, or the number of a member or community.</summary>
    public long Target { get; set; }

    public ReportReason Reason { get; set; }

    public string Text { get; set; } = "";

    /// <summary>Unix milliseconds.</summary>
    public long Created { get; set; }
}
