namespace OrleansMixi.Communities;

/// <summary>The categories of communities, in the order in which pages show them. The slugs are stored; never rename.</summary>
public static class CommunityCategory
{
    /// <summary>What fits nowhere else.</summary>
    public const string Other = "other";

    private static readonly string[] Slugs =
    [
        "area", "hobby", "food", "music", "books", "film", "art", "games", "sports", "travel", "animals", "technology", "learning", "work", "family", "health", Other,
    ];

    /// <summary>All slugs in order.</summary>
    public static IReadOnlyList<string> All => Slugs;

    /// <summary>The slug, or <see cref="Other"/> if none was given; refuses unknown ones.</summary>
    public static string Read(string? slug) =>
        slug is null ? Other
        : Slugs.Contains(slug) ? slug
        : throw Errors.Invalid("category", $"'category' is one of {string.Join(", ", Slugs)}.");
}
