namespace OrleansMixi.Accounts;

/// <summary>The caller.</summary>
public sealed record MeView(string Handle, string Nickname, bool Bot, bool HideBots, string? Language, IReadOnlyList<string> Scopes);
