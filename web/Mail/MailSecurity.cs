namespace OrleansMixi.Mail;

/// <summary>How the connection to the mail server is secured.</summary>
public enum MailSecurity
{
    /// <summary>Encrypted from the first byte.</summary>
    Tls,

    /// <summary>Encrypted before anything is said; refused where the server can't.</summary>
    StartTls,

    /// <summary>Not at all; for a server on the same machine.</summary>
    None,
}
