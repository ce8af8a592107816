namespace OrleansMixi.Communities;

/// <summary>A vote: the number of an option, from 1.</summary>
public sealed record VoteRequest(int Option);
