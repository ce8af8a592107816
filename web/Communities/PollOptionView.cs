namespace OrleansMixi.Communities;

/// <summary>An option of a poll.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">What it says.</param>
/// <param name="Votes">How many chose it; null while that is not shown.</param>
public sealed record PollOptionView(int Number, string Text, int? Votes);
