namespace OrleansMixi.Messages;

/// <summary>How far the caller has read.</summary>
/// <param name="Message">The id of the last message that was read.</param>
public sealed record ReadRequest(string Message);
