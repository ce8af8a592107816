namespace OrleansMixi.Footprints;

/// <summary>A page of footprints.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Next">What to give as <c>before</c> for the following page; null at the end.</param>
/// <param name="Returns">How many of the own ones the caller can still take back this month.</param>
public sealed record FootprintListView(IReadOnlyList<FootprintView> Items, string? Next, int Returns);
