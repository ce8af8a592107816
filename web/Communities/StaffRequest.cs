namespace OrleansMixi.Communities;

/// <summary>What a moderator may do: <c>approve</c>, <c>remove</c>, <c>bar</c>, <c>settings</c>, <c>board</c>.</summary>
public sealed record StaffRequest(IReadOnlyList<string> Rights);
