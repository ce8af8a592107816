namespace OrleansMixi.Pages;

/// <summary>The sentences that a page can show after a form, by the code in its address.</summary>
internal static class Notices
{
    private static readonly HashSet<string> Good = ["edited", "deleted", "join-requested", "friend-requested", "friends-now", "founded", "let-in", "saved", "invited", "token-made", "token-revoked", "password-changed", "draft-kept", "draft-scheduled", "shared", "blocked", "unblocked"];

    private static readonly HashSet<string> Bad =
    [
        "expired", "invalid", "unauthenticated", "forbidden", "not-found", "handle-taken", "idempotency-key-reused", "conflict", "too-large",
        "text-too-long", "rate-limited", "unavailable", "wrong", "locked", "taken", "invitation", "password", "handle", "nickname", "rate",
    ];

    /// <summary>Every code that has a sentence of its own.</summary>
    public static IEnumerable<string> Codes => Good.Concat(Bad);

    /// <summary>Whether the code tells of something that went well.</summary>
    public static bool IsGood(string code) => Good.Contains(code);

    /// <summary>The resource key of a code; codes from an address are not trusted to exist.</summary>
    public static string Key(string code) => Good.Contains(code) || Bad.Contains(code) ? $"notice.{code}" : "notice.other";
}
