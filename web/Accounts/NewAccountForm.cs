namespace OrleansMixi.Accounts;

/// <summary>The fields of the sign-up page.</summary>
internal sealed class NewAccountForm
{
    public string? Invitation { get; set; }

    public string? Handle { get; set; }

    public string? Nickname { get; set; }

    public string? Password { get; set; }

    public string? Message { get; set; }

    public string? Mail { get; set; }

    /// <summary>What they ask for.</summary>
    public NewAccount Account => new(Handle ?? "", Password ?? "", Nickname, Invitation, Message, Mail);
}
