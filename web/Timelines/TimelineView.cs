namespace OrleansMixi.Timelines;

/// <summary>A page of a timeline or feed.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Next">What to give as <c>before</c> for the following page; null where history ends.</param>
/// <param name="Cursor">Where a live stream continues that should show what comes after this page.</param>
public sealed record TimelineView(IReadOnlyList<TimelineItem> Items, string? Next, string Cursor);
