namespace OrleansMixi.Log;

/// <summary>Consecutive entries of one queue: all with <c>From &lt; id ≤ To</c>, in order.</summary>
public sealed record LogRange(long From, long To, IReadOnlyList<Activity> Entries);
