namespace OrleansMixi.Accounts;

/// <summary>A member to be made by an administrator.</summary>
public sealed record NewMember(string Handle, string? Nickname = null);
