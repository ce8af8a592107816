namespace OrleansMixi.Mail;

/// <summary>What a link in a mail is for. The numbers are stored; never renumber.</summary>
public enum MailLinkKind
{
    /// <summary>Proves that an address is the member's own.</summary>
    Proof = 1,

    /// <summary>Sets a new password.</summary>
    Password = 2,
}
