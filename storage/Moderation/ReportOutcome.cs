namespace OrleansMixi.Moderation;

/// <summary>What became of a report. The numbers are stored; never renumber.</summary>
public enum ReportOutcome
{
    /// <summary>It waits.</summary>
    Open = 0,

    /// <summary>There was no reason to do something.</summary>
    Dismissed = 1,

    /// <summary>Something was done.</summary>
    Acted = 2,
}
