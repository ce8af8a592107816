namespace OrleansMixi.Profiles;

/// <summary>A change of the tags; what is absent stays.</summary>
/// <param name="Value">All tags from now on.</param>
/// <param name="Audience">Who may see them.</param>
public sealed record TagsEdit(IReadOnlyList<string>? Value = null, string? Audience = null);
