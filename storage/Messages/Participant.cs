namespace OrleansMixi.Messages;

/// <summary>A member in a conversation.</summary>
/// <param name="Member">Who.</param>
/// <param name="Since">Sees what comes after this line.</param>
/// <param name="Read">Has read up to this line, as far as it is written.</param>
public sealed record Participant(int Member, int Since, int Read);
