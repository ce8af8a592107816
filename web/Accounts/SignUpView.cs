namespace OrleansMixi.Accounts;

/// <summary>What a sign-up came to.</summary>
/// <param name="Handle">The handle.</param>
/// <param name="Waiting">Whether an administrator decides first.</param>
/// <param name="Token">An access token for read and post, shown once; absent while waiting.</param>
public sealed record SignUpView(string Handle, bool Waiting, string? Token);
