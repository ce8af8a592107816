namespace OrleansMixi.Messages;

/// <summary>What waits for the caller.</summary>
/// <param name="Conversations">In how many conversations there are messages that are not read yet.</param>
public sealed record UnreadView(int Conversations);
