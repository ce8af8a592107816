namespace OrleansMixi.Town;

/// <summary>One request of the load.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Due">When it has to be sent, microseconds.</param>
/// <param name="Member">Who sends it.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path.</param>
/// <param name="Body">A body in JSON, or null.</param>
/// <param name="Settle">What becomes of it: the answer, or null if none came or it was a refusal.</param>
internal sealed record TownRequest(TownKind Kind, long Due, int Member, string Method, string Path, string? Body, Action<TownAnswer?> Settle);
