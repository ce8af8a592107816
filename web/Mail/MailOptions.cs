using System.ComponentModel.DataAnnotations;

namespace OrleansMixi.Mail;

/// <summary>Sending mails, <c>Mixi:Mail</c>. Without a host mails are laid down as files.</summary>
public sealed record MailOptions
{
    /// <summary>The mail server; none: files under <see cref="Outbox"/>.</summary>
    [MaxLength(255)]
    public string? Host { get; init; }

    /// <summary>The mail server's port.</summary>
    [Range(1, 65_535)]
    public int Port { get; init; } = 587;

    /// <summary>How the connection is secured.</summary>
    public MailSecurity Security { get; init; } = MailSecurity.StartTls;

    /// <summary>The account at the mail server; none: no sign-in there.</summary>
    [MaxLength(255)]
    public string? User { get; init; }

    /// <summary>The password of <see cref="User"/>.</summary>
    [MaxLength(1_000)]
    public string? Password { get; init; }

    /// <summary>Who mails come from.</summary>
    [MaxLength(320)]
    public string From { get; init; } = "OrleansMixi <no-reply@localhost>";

    /// <summary>The town's address in links, such as <c>https://town.example</c>; none: the address that the host listens on. Never taken from a request.</summary>
    public Uri? Site { get; init; }

    /// <summary>The folder for mails without a mail server; none: <c>outbox</c> in the data folder.</summary>
    [MaxLength(1_000)]
    public string? Outbox { get; init; }

    /// <summary>How often a host looks for mails that are due.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "01:00:00")]
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one attempt may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The pause after the first failure; it doubles up to <see cref="LongestPause"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "01:00:00")]
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest pause between two attempts.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a mail is tried.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan Keep { get; init; } = TimeSpan.FromDays(5);

    /// <summary>How long a link that proves an address can be used.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan ProofLife { get; init; } = TimeSpan.FromDays(2);

    /// <summary>How long a link for a new password can be used.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan PasswordLife { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Mails of one kind that one member can ask for within an hour.</summary>
    [Range(1, 1_000)]
    public int PerHour { get; init; } = 5;
}
