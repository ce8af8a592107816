namespace OrleansMixi.Plans;

/// <summary>A member's plan; start and end are absent for the free one.</summary>
/// <param name="Plan">free or premium.</param>
/// <param name="Starts">From when on it counts.</param>
/// <param name="Ends">Until when.</param>
public sealed record PlanView(PlanKind Plan, DateTimeOffset? Starts, DateTimeOffset? Ends);
