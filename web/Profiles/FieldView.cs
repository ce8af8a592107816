namespace OrleansMixi.Profiles;

/// <summary>A field of the own profile.</summary>
/// <param name="Value">What it says; empty for nothing, null where there is only an audience.</param>
/// <param name="Audience">Who may see it.</param>
public sealed record FieldView(string? Value, string Audience);
