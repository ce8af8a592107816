namespace OrleansMixi.Accounts;

/// <summary>What a member needs before writing, <c>Mixi:Accounts</c>.</summary>
public sealed record WritingOptions
{
    /// <summary>Whether only members with a proven e-mail address write. Accounts without a password (bots, demo) need none.</summary>
    public bool RequireMail { get; init; }
}
