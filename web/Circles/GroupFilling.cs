namespace OrleansMixi.Circles;

/// <summary>Who shall be in a friend group.</summary>
/// <param name="Friends">Their handles; who is no friend is left out.</param>
public sealed record GroupFilling(IReadOnlyList<string> Friends);
