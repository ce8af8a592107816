namespace OrleansMixi.Profiles;

/// <summary>The tags of the own profile.</summary>
/// <param name="Value">The tags.</param>
/// <param name="Audience">Who may see them.</param>
public sealed record TagsView(IReadOnlyList<string> Value, string Audience);
