using OrleansMixi.Hammer;

namespace OrleansMixi.Push;

/// <summary>What one turn of one server gave.</summary>
/// <param name="Cost">Microseconds of server processor time per delivery.</param>
/// <param name="PerSecond">Deliveries per second of writing.</param>
/// <param name="PerFrame">Posts per WebSocket frame.</param>
/// <param name="Missing">Deliveries that never came.</param>
/// <param name="Busy">The part of the processor that the server took.</param>
/// <param name="Behind">Seconds until the last arrived after the last was written.</param>
/// <param name="LatencyMs">From the schedule to the receipt.</param>
internal sealed record PushTurn(double Cost, double PerSecond, double PerFrame, long Missing, double Busy, double Behind, Percentiles LatencyMs);
