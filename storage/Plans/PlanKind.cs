namespace OrleansMixi.Plans;

/// <summary>The plans there are. The numbers are stored; never renumber.</summary>
public enum PlanKind
{
    /// <summary>What every member has.</summary>
    Free = 0,

    /// <summary>More room and more freedom, for a time.</summary>
    Premium = 1,
}
