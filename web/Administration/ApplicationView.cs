namespace OrleansMixi.Administration;

/// <summary>A newcomer who waits.</summary>
/// <param name="Number">The application's number.</param>
/// <param name="Handle">The wanted handle.</param>
/// <param name="Nickname">The wanted name.</param>
/// <param name="Message">A word to the administrators.</param>
/// <param name="InvitedBy">Whose invitation came with it.</param>
/// <param name="At">When.</param>
public sealed record ApplicationView(int Number, string Handle, string Nickname, string Message, string? InvitedBy, DateTimeOffset At);
