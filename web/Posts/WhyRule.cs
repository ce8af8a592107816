namespace OrleansMixi.Posts;

/// <summary>What keeps a post out.</summary>
/// <param name="Kind"><c>not-followed</c>, <c>silent</c>, <c>bots</c>, <c>story</c>, <c>member</c>, <c>topic</c>, <c>word</c>, <c>language</c> or <c>hidden</c>.</param>
/// <param name="Value">Whom, which topic, which word or language was muted, or the id of the story that is there already; null for the others.</param>
public sealed record WhyRule(string Kind, string? Value);
