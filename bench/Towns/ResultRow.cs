namespace OrleansMixi.Towns;

/// <summary>A further figure of a bench: a variant or a size that was measured beside the main one.</summary>
/// <param name="Name">What was measured, such as <c>coalesced, home, 1,000 connections</c>.</param>
/// <param name="Unit">The unit of the value and the peers.</param>
/// <param name="Value">The median.</param>
/// <param name="Peers">The same of the peers.</param>
/// <param name="LatencyMs">Latency, where it was measured.</param>
internal sealed record ResultRow(
    string Name, string Unit, double Value, IReadOnlyDictionary<string, double>? Peers = null, Hammer.Percentiles? LatencyMs = null);
