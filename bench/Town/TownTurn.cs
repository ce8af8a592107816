using OrleansMixi.Hammer;

namespace OrleansMixi.Town;

/// <summary>What came of some seconds of load.</summary>
/// <param name="All">Latencies of all requests.</param>
/// <param name="Kinds">Latencies of each kind.</param>
/// <param name="Answered">How many of each kind were answered.</param>
/// <param name="Errors">How many of each kind failed.</param>
/// <param name="Server">Processor time of the server.</param>
/// <param name="Database">Processor time of the database.</param>
/// <param name="Busy">The part of its time that the server's processor worked.</param>
/// <param name="Seconds">How long it took, to the last answer.</param>
internal sealed record TownTurn(
    Percentiles All, IReadOnlyDictionary<TownKind, Percentiles> Kinds, IReadOnlyDictionary<TownKind, int> Answered, IReadOnlyDictionary<TownKind, int> Errors,
    TimeSpan Server, TimeSpan Database, double Busy, double Seconds)
{
    /// <summary>Requests that failed.</summary>
    public int Failed => Errors.Values.Sum();

    /// <summary>Requests that were answered.</summary>
    public int Served => Answered.Values.Sum();
}
