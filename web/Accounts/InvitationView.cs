namespace OrleansMixi.Accounts;

/// <summary>An invitation that was just made: its code, shown once.</summary>
public sealed record InvitationView(string Code);
