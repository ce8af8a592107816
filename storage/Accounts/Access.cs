namespace OrleansMixi.Accounts;

/// <summary>What a revoke entry of the log is about, beside the number of a token.</summary>
public static class Access
{
    /// <summary>Every sign-in of a browser.</summary>
    public const int SignIns = 0;

    /// <summary>Every sign-in and every token.</summary>
    public const int Everything = -1;
}
