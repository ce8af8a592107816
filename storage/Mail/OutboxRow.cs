namespace OrleansMixi.Mail;

/// <summary>A mail that waits to be sent, encrypted.</summary>
public sealed class OutboxRow
{
    public int Number { get; set; }

    /// <summary>Recipient, subject and text, encrypted: they hold an address and a secret link.</summary>
    public string Letter { get; set; } = "";

    /// <summary>Unix milliseconds.</summary>
    public long Created { get; set; }

    /// <summary>How often it was tried, this time included.</summary>
    public int Attempts { get; set; }
}
