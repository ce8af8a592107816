namespace OrleansMixi.Mail;

/// <summary>The mails there are; each has a subject and a text among the words of the interface.</summary>
internal enum MailText
{
    Proof,
    Password,
    Approved,
    Suspended,
    Removed,
    Restored,
}
