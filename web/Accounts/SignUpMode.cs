namespace OrleansMixi.Accounts;

/// <summary>How one becomes a member.</summary>
public enum SignUpMode
{
    /// <summary>By a member's invitation.</summary>
    Invitation,

    /// <summary>Everyone may.</summary>
    Open,

    /// <summary>An administrator lets newcomers in, those with an invitation too.</summary>
    Approval,
}
