namespace OrleansMixi.Moderation;

/// <summary>A line of the moderation log: what, why, when; nothing of whom it concerned.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Kind">suspension or removal.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
/// <param name="Ends">When it ends by itself; absent if it doesn't.</param>
/// <param name="Undone">When it ended.</param>
/// <param name="UndoneReason">Why it was undone.</param>
/// <param name="Appealed">Whether the member concerned appealed.</param>
public sealed record LogView(
    int Number, MeasureKind Kind, string Reason, DateTimeOffset At, DateTimeOffset? Ends, DateTimeOffset? Undone, string? UndoneReason, bool Appealed);
