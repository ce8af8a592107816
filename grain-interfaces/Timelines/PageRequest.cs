namespace OrleansMixi.Timelines;

/// <summary>Which page of whose timeline.</summary>
/// <param name="Member">The member's number.</param>
/// <param name="Vector">The vector of the first page, last id per queue; null for the present.</param>
/// <param name="Before">Only ids below this one.</param>
/// <param name="Limit">The most ids to answer, at least 1.</param>
/// <param name="AtLeast">An id that must have been applied before the page is made (the member's own last write); 0 for none.</param>
[GenerateSerializer, Immutable, Alias("mixi.PageRequest")]
public sealed record PageRequest(
    [property: Id(0)] int Member,
    [property: Id(1)] long[]? Vector,
    [property: Id(2)] long Before,
    [property: Id(3)] int Limit,
    [property: Id(4)] long AtLeast);
