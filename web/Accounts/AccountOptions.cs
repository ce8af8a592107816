using System.ComponentModel.DataAnnotations;

namespace OrleansMixi.Accounts;

/// <summary>Accounts and sign-in, <c>Mixi:Accounts</c>.</summary>
public sealed record AccountOptions
{
    /// <summary>How one becomes a member: by invitation, open to everyone, or by approval of an administrator.</summary>
    public SignUpMode SignUp { get; init; }

    /// <summary>Rounds of PBKDF2 (HMAC-SHA512) for a password; OWASP asks for 210,000 or more.</summary>
    [Range(1, 10_000_000)]
    public int PasswordIterations { get; init; } = 220_000;

    /// <summary>Wrong passwords in a row until signing in is locked.</summary>
    [Range(1, 100)]
    public int MaxFailures { get; init; } = 5;

    /// <summary>How long it is locked then.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Lockout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a browser stays signed in without a visit.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan Session { get; init; } = TimeSpan.FromDays(14);

    /// <summary>How long an invitation can be used.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan Invitation { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Sign-ins and sign-ups of one address within a minute.</summary>
    [Range(1, 1_000_000)]
    public int AttemptsPerMinute { get; init; } = 20;
}
