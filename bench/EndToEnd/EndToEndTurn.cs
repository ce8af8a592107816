using OrleansMixi.Hammer;

namespace OrleansMixi.EndToEnd;

/// <summary>What one turn at one rate gave.</summary>
/// <param name="Frames">From the time a post was due to its receipt by a reader.</param>
/// <param name="Answers">From the time a post was due to the answer to its author.</param>
/// <param name="Busy">The part of its processor that the server took.</param>
/// <param name="Behind">Seconds until the last arrived after the last was due.</param>
internal sealed record EndToEndTurn(Percentiles Frames, Percentiles Answers, double Busy, double Behind);
