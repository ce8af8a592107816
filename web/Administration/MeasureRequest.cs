namespace OrleansMixi.Administration;

/// <summary>A measure to be taken.</summary>
/// <param name="Reason">Why; the member concerned and the moderation log show it.</param>
/// <param name="Ends">When it ends by itself; absent: when it is undone.</param>
public sealed record MeasureRequest(string Reason, DateTimeOffset? Ends = null);
