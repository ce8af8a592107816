namespace OrleansMixi.Plans;

/// <summary>One granted plan as stored; times are Unix milliseconds.</summary>
public sealed class PlanRow
{
    public int Number { get; set; }

    public int Member { get; set; }

    public PlanKind Kind { get; set; }

    /// <summary>From when on it counts.</summary>
    public long Starts { get; set; }

    /// <summary>From when on it no longer counts.</summary>
    public long Ends { get; set; }

    /// <summary>The administrator who granted it; 0 for the operator.</summary>
    public int GrantedBy { get; set; }

    public long Granted { get; set; }
}
