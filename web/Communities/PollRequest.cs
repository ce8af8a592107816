namespace OrleansMixi.Communities;

/// <summary>A poll.</summary>
/// <param name="Question">At most 500 text elements.</param>
/// <param name="Options">2 to 10, each at most 100 text elements.</param>
/// <param name="Ends">Until when votes count.</param>
/// <param name="Language">A language tag.</param>
public sealed record PollRequest(string Question, IReadOnlyList<string> Options, DateTimeOffset Ends, string? Language = null);
