namespace OrleansMixi.Accounts;

/// <summary>An access token without its secret.</summary>
public sealed record TokenView(int Number, string Name, IReadOnlyList<string> Scopes, DateTimeOffset Made);
