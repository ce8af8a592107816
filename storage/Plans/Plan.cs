namespace OrleansMixi.Plans;

/// <summary>The plan that a member has at a moment; the free one has neither start nor end.</summary>
public sealed record Plan(PlanKind Kind, DateTimeOffset? Starts = null, DateTimeOffset? Ends = null)
{
    /// <summary>What every member has.</summary>
    public static Plan Free { get; } = new(PlanKind.Free);

    /// <summary>Whether it is Premium.</summary>
    public bool IsPremium => Kind == PlanKind.Premium;
}
