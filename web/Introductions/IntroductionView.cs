using OrleansMixi.Posts;

namespace OrleansMixi.Introductions;

/// <summary>What a friend wrote about a member.</summary>
/// <param name="Author">Who wrote it.</param>
/// <param name="Text">Plain text.</param>
/// <param name="At">When it was written.</param>
public sealed record IntroductionView(AuthorView Author, string Text, DateTimeOffset At);
