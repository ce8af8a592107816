namespace OrleansMixi.Accounts;

/// <summary>How far two members are apart.</summary>
/// <param name="Steps">Invitations between them, 0 for oneself; absent if none are known.</param>
public sealed record StepsView(int? Steps);
