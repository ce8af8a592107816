using OrleansMixi.Communities;
using OrleansMixi.Posts;

namespace OrleansMixi.Search;

/// <summary>Finds communities by title or slug among the newest ones. The one place that asks which communities a viewer may know of.</summary>
public sealed class PlaceSearch(CommunityStore communities)
{
    private const int Looked = 1_000;

    /// <summary>Communities the viewer may find, those that begin with the words first.</summary>
    public async Task<IReadOnlyList<CommunityRow>> Find(Viewer viewer, string words, int limit)
    {
        var text = FoldedName.Of(words);
        return text.Length == 0 ? [] : [.. (await communities.Newest(Looked))
            .Select(row => (Row: row, Rank: Rank(row, text))).Where(found => found.Rank < int.MaxValue).OrderBy(found => found.Rank).ThenByDescending(found => found.Row.Members)
            .Take(limit).Select(found => found.Row)];
    }

    private static int Rank(CommunityRow row, string text)
    {
        var title = FoldedName.Of(row.Title);
        return title == text || row.Slug == text ? 0
            : title.StartsWith(text, StringComparison.Ordinal) || row.Slug.StartsWith(text, StringComparison.Ordinal) ? 1
            : title.Contains(text, StringComparison.Ordinal) || row.Slug.Contains(text, StringComparison.Ordinal) ? 2
            : int.MaxValue;
    }
}
