namespace OrleansMixi.Mail;

/// <summary>A mail as it waits, in the language of its reader.</summary>
internal sealed record Letter(string To, string Subject, string Text, string Language);
