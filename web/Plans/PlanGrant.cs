namespace OrleansMixi.Plans;

/// <summary>A plan to be granted.</summary>
/// <param name="Ends">Until when.</param>
/// <param name="Starts">From when on; now if absent.</param>
/// <param name="Plan">The plan; premium if absent.</param>
public sealed record PlanGrant(DateTimeOffset Ends, DateTimeOffset? Starts = null, PlanKind Plan = PlanKind.Premium);
