namespace OrleansMixi.Notifications;

/// <summary>Which kinds of notifications the caller wants.</summary>
/// <param name="Off">Words of the kinds that are switched off.</param>
public sealed record SwitchesView(IReadOnlyList<string> Off);
