namespace OrleansMixi.Mail;

/// <summary>The mail server will never take this mail.</summary>
internal sealed class MailRefusedException(string message, Exception inner) : Exception(message, inner);
