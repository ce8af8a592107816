namespace OrleansMixi.News;

/// <summary>The news categories, in the order in which pages show them. Numbers are stored; never renumber.</summary>
public static class NewsCategory
{
    private static readonly string[] Slugs =
    [
        "domestic", "international", "politics", "economics", "regional", "sports", "entertainment", "technology", "games", "columns",
    ];

    /// <summary>All slugs in order.</summary>
    public static IReadOnlyList<string> All => Slugs;

    /// <summary>The category's number, from 1; 0 if there is none of that name.</summary>
    public static int Number(string slug) => Array.IndexOf(Slugs, slug) + 1;

    /// <summary>The slug of a number; null if there is none.</summary>
    public static string? Slug(int number) => number >= 1 && number <= Slugs.Length ? Slugs[number - 1] : null;
}
