namespace OrleansMixi.Communities;

/// <summary>A member is to be kept out.</summary>
/// <param name="Reason">Why; the member reads it. At most 300 text elements.</param>
/// <param name="Until">Until when; absent: without end.</param>
public sealed record BarRequest(string Reason, DateTimeOffset? Until = null);
