namespace OrleansMixi.Mail;

/// <summary>An e-mail address to be proven.</summary>
public sealed record MailRequest(string Address);
