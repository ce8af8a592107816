namespace OrleansMixi.Accounts;

/// <summary>A newcomer who waits for an administrator.</summary>
public sealed class ApplicationRow
{
    public int Number { get; set; }

    public string Handle { get; set; } = "";

    public string Nickname { get; set; } = "";

    /// <summary>The password's hash.</summary>
    public string Password { get; set; } = "";

    /// <summary>What the newcomer wrote to the administrators.</summary>
    public string Message { get; set; } = "";

    /// <summary>Whose invitation came with it; 0 for none.</summary>
    public int Inviter { get; set; }

    /// <summary>The inviter's handle, where asked for.</summary>
    public string? InvitedBy { get; set; }

    public byte[]? Invitation { get; set; }

    public string? Language { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long Created { get; set; }
}
