using Dapper;
using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Search;

/// <summary>
/// Finds members by handle or nickname. What begins with the words comes first, out of an index; only if that is not enough
/// names are looked through for it, and no more rows are taken than may be shown.
/// </summary>
public sealed class PeopleSearch(Database database, AuthorStore authors)
{
    // Those between whom and the viewer a block lies are left out afterwards.
    private const int Spare = 50;

    /// <summary>Members the viewer may find, best first, at most <paramref name="limit"/>.</summary>
    public async Task<IReadOnlyList<Author>> Find(Viewer viewer, string words, int limit)
    {
        var text = FoldedName.Of(words.Trim().TrimStart('@', '＠'));
        if (text.Length == 0)
        {
            return [];
        }

        var found = new List<int>();
        await using var connection = await database.Open();
        foreach (var sql in Steps)
        {
            var rows = await connection.QueryAsync<int>(sql, new { exact = text, prefix = LikePattern.Prefix(text), inside = LikePattern.Inside(text), limit = limit + Spare });
            found.AddRange(rows.Except(found));
            if (found.Count >= limit + Spare)
            {
                break;
            }
        }

        var people = await authors.Get(found);
        return [.. found.Where(people.ContainsKey).Select(number => people[number]).Where(author => !author.Suspended && !viewer.Blocks.Contains(author.Number)).Take(limit)];
    }

    private static readonly string[] Steps =
    [
        "select number from members where handle = @exact and suspended = 0",
        Step("folded = @exact", "number"),
        Step($"handle like @prefix {LikePattern.Escape}", "handle"),
        Step($"folded like @prefix {LikePattern.Escape}", "folded"),
        Step($"(folded like @inside {LikePattern.Escape} or handle like @inside {LikePattern.Escape})", "number"),
    ];

    private static string Step(string where, string order) => $"select number from members where {where} and suspended = 0 order by {order} limit @limit";
}
