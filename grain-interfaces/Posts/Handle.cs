namespace OrleansMixi.Posts;

/// <summary>Rules of handles and slugs: 2–20 lower-case Latin letters, digits, underscores or hyphens, first a letter or digit.</summary>
public static class Handle
{
    /// <summary>The longest handle, in characters.</summary>
    public const int MaxLength = 20;

    private static readonly HashSet<string> Reserved =
    [
        "about", "account", "admin", "administrator", "all", "anonymous", "api", "app", "assets", "communities", "community",
        "demo", "everyone", "friends", "health", "help", "home", "hubs", "invite", "me", "metrics", "mixi", "moderator",
        "news", "nobody", "official", "openapi", "post", "posts", "root", "security", "settings", "sign-in", "sign-out",
        "sign-up", "staff", "stream", "support", "system", "timeline", "user", "www",
    ];

    /// <summary>The handle in its one stored spelling, or null when it is not well-formed.</summary>
    public static string? Fold(string? handle)
    {
        if (handle is null || handle.Length is < 2 or > MaxLength)
        {
            return null;
        }

        var folded = handle.ToLowerInvariant();
        return char.IsAsciiLetterOrDigit(folded[0]) && folded.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-')
            ? folded
            : null;
    }

    /// <summary>Whether a well-formed handle may not be taken by anybody.</summary>
    public static bool IsReserved(string folded) => Reserved.Contains(folded);
}
