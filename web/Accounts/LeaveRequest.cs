namespace OrleansMixi.Accounts;

/// <summary>A member who wants to leave for ever.</summary>
/// <param name="Password">The password; an account that has none needs none.</param>
public sealed record LeaveRequest(string? Password = null);
