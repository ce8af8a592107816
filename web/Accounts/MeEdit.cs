namespace OrleansMixi.Accounts;

/// <summary>A change of one's own account; absent parts stay.</summary>
public sealed record MeEdit(string? Nickname = null, bool? Bot = null, bool? HideBots = null, string? Language = null, string? Introduction = null);
