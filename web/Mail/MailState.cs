namespace OrleansMixi.Mail;

/// <summary>A member's own address.</summary>
/// <param name="Proven">The proven address; absent if there is none.</param>
/// <param name="Waiting">An address to which a link was sent that is not used yet.</param>
public sealed record MailState(string? Proven, string? Waiting);
