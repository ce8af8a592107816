namespace OrleansMixi.Moderation;

/// <summary>A measure as the member concerned sees it.</summary>
/// <param name="Number">Its number, to appeal by.</param>
/// <param name="Kind">suspension or removal.</param>
/// <param name="Post">The hidden post's id.</param>
/// <param name="Text">The hidden post's text.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">Since when.</param>
/// <param name="Ends">When it ends by itself; absent if it doesn't.</param>
/// <param name="Undone">When it ended.</param>
/// <param name="Appeal">What the member wrote against it.</param>
/// <param name="AppealGranted">What the appeal came to; absent while it waits.</param>
/// <param name="AppealAnswer">What the administrators answered.</param>
public sealed record MeasureView(
    int Number, MeasureKind Kind, string? Post, string? Text, string Reason, DateTimeOffset At, DateTimeOffset? Ends, DateTimeOffset? Undone,
    string? Appeal, bool? AppealGranted, string? AppealAnswer);
