namespace OrleansMixi.Profiles;

/// <summary>A change of one field; what is absent stays, an empty value clears it.</summary>
/// <param name="Value">What it says from now on.</param>
/// <param name="Audience"><c>everyone</c>, <c>friends-of-friends</c>, <c>friends</c>, <c>close</c>, <c>group:</c> with a number, <c>me</c>.</param>
public sealed record FieldEdit(string? Value = null, string? Audience = null);
