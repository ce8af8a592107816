namespace OrleansMixi.Members;

/// <summary>An account as stored.</summary>
public sealed class MemberRow
{
    public int Number { get; set; }

    public string Handle { get; set; } = "";

    public string Nickname { get; set; } = "";

    /// <summary>1 for a bot.</summary>
    public int Bot { get; set; }

    /// <summary>The password's hash; null for accounts that can't sign in with one.</summary>
    public string? Password { get; set; }

    /// <summary>Changes when all sessions must end.</summary>
    public string Stamp { get; set; } = "";

    /// <summary>Failed sign-ins since the last good one.</summary>
    public int Failures { get; set; }

    /// <summary>Unix milliseconds until which signing in is locked; 0 if it is not.</summary>
    public long LockedUntil { get; set; }

    public string? Language { get; set; }

    /// <summary>Not 0 while the member is hidden: 1 suspended, 2 gone for good.</summary>
    public int Suspended { get; set; }

    /// <summary>What the member may do for the town.</summary>
    public MemberRole Role { get; set; }

    /// <summary>Who invited the member; 0 for nobody in particular.</summary>
    public int Inviter { get; set; }
}
