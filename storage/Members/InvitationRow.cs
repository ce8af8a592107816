namespace OrleansMixi.Members;

/// <summary>An invitation as its maker sees it.</summary>
public sealed class InvitationRow
{
    /// <summary>Unix milliseconds.</summary>
    public long Created { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long Expires { get; set; }

    /// <summary>The newcomer's handle; null while unused, empty while the newcomer waits for approval.</summary>
    public string? UsedBy { get; set; }
}
