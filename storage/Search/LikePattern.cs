namespace OrleansMixi.Search;

/// <summary>Patterns of <c>like</c> in which the searched words stand for themselves.</summary>
internal static class LikePattern
{
    /// <summary>What follows a pattern in SQL.</summary>
    public const string Escape = "escape '!'";

    /// <summary>What begins with the words.</summary>
    public static string Prefix(string words) => Literal(words) + "%";

    /// <summary>What holds the words.</summary>
    public static string Inside(string words) => $"%{Literal(words)}%";

    private static string Literal(string words) => words.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);
}
