namespace OrleansMixi.Mutes;

/// <summary>A mute as clients send it.</summary>
/// <param name="Kind"><c>member</c>, <c>topic</c>, <c>word</c>, <c>language</c> or <c>post</c>.</param>
/// <param name="Value">A handle, a topic such as <c>community:bento</c>, a word or phrase, a language tag, a post's id.</param>
/// <param name="Scope"><c>everywhere</c> (default) or <c>home</c>, the home timeline only.</param>
/// <param name="Until">When it ends; absent for never.</param>
public sealed record MuteRequest(string Kind, string Value, string? Scope = null, DateTimeOffset? Until = null);
