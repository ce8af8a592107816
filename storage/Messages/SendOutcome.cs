namespace OrleansMixi.Messages;

/// <summary>What came of one message of a batch.</summary>
/// <param name="Message">What stands in the conversation now; null if the key was used for something else.</param>
/// <param name="Fresh">Whether it was sent just now, not by an earlier call with its key.</param>
public sealed record SendOutcome(Message? Message, bool Fresh);
