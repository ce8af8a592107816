using OrleansMixi.Communities;
using OrleansMixi.Posts;

namespace OrleansMixi.Search;

/// <summary>Finds communities by title or slug, of those that the viewer may know of; those that begin with the words come first.</summary>
public sealed class PlaceSearch(CommunityFinder communities)
{
    private const int Looked = 200;

    /// <summary>Communities the viewer may find.</summary>
    public async Task<IReadOnlyList<CommunityRow>> Find(Viewer viewer, string words, int limit)
    {
        var text = FoldedName.Of(words);
        return text.Length == 0 ? [] : [.. (await communities.Find(viewer, new(words, null, CommunitySort.Members, 0, Looked)))
            .OrderBy(row => Rank(row, text)).ThenByDescending(row => row.Members).Take(limit)];
    }

    private static int Rank(CommunityRow row, string text)
    {
        var title = FoldedName.Of(row.Title);
        return title == text || row.Slug == text ? 0
            : title.StartsWith(text, StringComparison.Ordinal) || row.Slug.StartsWith(text, StringComparison.Ordinal) ? 1
            : 2;
    }
}
