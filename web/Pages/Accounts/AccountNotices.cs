namespace OrleansMixi.Pages.Accounts;

/// <summary>The codes of sentences after forms about accounts, mail and moderation.</summary>
internal static class AccountNotices
{
    /// <summary>What went well.</summary>
    public static IReadOnlyList<string> Good { get; } =
    [
        "applied", "mail-sent", "mail-proven", "mail-removed", "password-sent", "password-set", "left", "reported", "appealed", "admin-done",
    ];

    /// <summary>What was refused.</summary>
    public static IReadOnlyList<string> Bad { get; } = ["waiting", "link", "mail", "message", "friendship-tied", "leave-password"];
}
