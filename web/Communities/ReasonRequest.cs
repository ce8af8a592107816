namespace OrleansMixi.Communities;

/// <summary>Why something is done.</summary>
public sealed record ReasonRequest(string? Reason = null);
