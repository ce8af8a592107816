namespace OrleansMixi.Mutes;

/// <summary>A mute as its member sees it.</summary>
/// <param name="Number">Names it among the member's mutes.</param>
/// <param name="Kind"><c>member</c>, <c>topic</c>, <c>word</c>, <c>language</c> or <c>post</c>.</param>
/// <param name="Value">What is muted, as it was given.</param>
/// <param name="Scope"><c>everywhere</c> or <c>home</c>.</param>
/// <param name="Until">When it ends; null for never.</param>
/// <param name="Created">When it was made.</param>
public sealed record MuteView(int Number, string Kind, string Value, string Scope, DateTimeOffset? Until, DateTimeOffset Created);
