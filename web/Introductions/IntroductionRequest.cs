namespace OrleansMixi.Introductions;

/// <summary>A text that introduces a friend.</summary>
/// <param name="Text">Plain text, at most 500 text elements.</param>
public sealed record IntroductionRequest(string Text);
