namespace OrleansMixi.Presence;

/// <summary>How lately a member was active.</summary>
/// <param name="Handle">The member.</param>
/// <param name="Active"><c>now</c>, <c>today</c> or <c>week</c>; null if longer ago or not to be known.</param>
public sealed record PresenceView(string Handle, string? Active);
