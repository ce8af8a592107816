namespace OrleansMixi.Communities;

/// <summary>A topic for a board.</summary>
/// <param name="Title">At most 200 text elements.</param>
/// <param name="Text">At most 10,000 text elements.</param>
/// <param name="Language">A language tag.</param>
public sealed record TopicRequest(string Title, string Text, string? Language = null);
