namespace OrleansMixi.Mail;

/// <summary>A new password by the link of a mail.</summary>
public sealed record ResetRequest(string Link, string Password);
