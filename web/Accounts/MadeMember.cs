namespace OrleansMixi.Accounts;

/// <summary>A member that was made, with an access token for <c>read</c> and <c>post</c> that is shown once.</summary>
public sealed record MadeMember(string Handle, int Number, string Token);
