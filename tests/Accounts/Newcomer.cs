namespace OrleansMixi.Accounts;

/// <summary>A member of a test, with a password and a client.</summary>
internal sealed record Newcomer(string Handle, HttpClient Client)
{
    /// <summary>The password of all of them.</summary>
    public const string Password = "correct horse";
}
