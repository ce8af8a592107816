namespace OrleansMixi.Communities;

/// <summary>The words of the API for what communities are and do.</summary>
public static class CommunityWords
{
    private static readonly CommunityRights[] Single =
        [CommunityRights.Approve, CommunityRights.Remove, CommunityRights.Bar, CommunityRights.Settings, CommunityRights.Board];

    /// <summary>Every right that a moderator can be given, by its word.</summary>
    public static IReadOnlyList<string> Rights { get; } = [.. Single.Select(Word)];

    /// <summary>The word of a value: its name in small letters with hyphens.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((c, place) => char.IsUpper(c) && place > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    /// <summary>The joining of a word; null if there is none.</summary>
    public static Joining? JoiningOf(string? word) => Read<Joining>("joining", word);

    /// <summary>The openness of a word; null if there is none.</summary>
    public static Openness? OpennessOf(string? word) => Read<Openness>("visibility", word);

    /// <summary>The posting of a word; null if there is none.</summary>
    public static Posting? PostingOf(string? word) => Read<Posting>("posting", word);

    /// <summary>The order of a word; newest first if there is none.</summary>
    public static CommunitySort SortOf(string? word) => Read<CommunitySort>("sort", word) ?? CommunitySort.Newest;

    /// <summary>The rights of some words.</summary>
    public static CommunityRights RightsOf(IEnumerable<string> words) => words.Aggregate(CommunityRights.None, (sum, word) =>
        sum | Single.FirstOrDefault(right => Word(right) == word) switch
        {
            CommunityRights.None => throw Errors.Invalid("rights", $"A right is one of {string.Join(", ", Rights)}."),
            var right => right,
        });

    /// <summary>The words of some rights.</summary>
    public static IReadOnlyList<string> Of(CommunityRights rights) => [.. Single.Where(right => rights.HasFlag(right)).Select(Word)];

    private static T? Read<T>(string field, string? word)
        where T : struct, Enum
    {
        if (word is null)
        {
            return null;
        }

        var all = Enum.GetValues<T>();
        var place = Array.FindIndex(all, value => Word(value) == word);
        return place >= 0 ? all[place] : throw Errors.Invalid(field, $"'{field}' is one of {string.Join(", ", all.Select(Word))}.");
    }
}
