namespace OrleansMixi.Communities;

/// <summary>A change of an event; absent parts stay.</summary>
public sealed record EventChangeRequest(string? Starts = null, string? Zone = null, string? Place = null, int? Places = null, bool? Cancelled = null);
