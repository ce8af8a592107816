using Dapper;
using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Search;

/// <summary>
/// Finds members by handle or nickname: whose name is just that, then whose begins with it, then who has it inside. Each
/// step takes no more rows than may be shown, and is only gone if those before were not enough.
/// </summary>
public sealed class PeopleSearch(Database database, AuthorStore authors)
{
    // Those between whom and the viewer a block lies are left out afterwards.
    private const int Spare = 50;

    private readonly string[] _steps =
    [
        Step("n.handle = @exact or n.folded = @exact", "n.member"),
        Step($"n.handle like @prefix {LikePattern.Escape}", "n.handle"),
        Step($"n.folded like @prefix {LikePattern.Escape}", "n.folded"),

        // On PostgreSQL the index of letters finds candidates; a small town on SQLite reads its names through.
        Step(
            $"{(database.IsPostgres ? "name_grams(n.folded || chr(10) || n.handle) @> name_grams(@exact) and " : "")}(n.folded like @inside {LikePattern.Escape} or n.handle like @inside {LikePattern.Escape})",
            null),
    ];

    /// <summary>Members the viewer may find, best first, at most <paramref name="limit"/>.</summary>
    public async Task<IReadOnlyList<Author>> Find(Viewer viewer, string words, int limit)
    {
        var exact = FoldedName.Of(words.Trim().TrimStart('@', '＠'));
        if (exact.Length == 0)
        {
            return [];
        }

        var found = new List<int>();
        await using var connection = await database.Open();
        foreach (var sql in _steps.TakeWhile(_ => found.Count < limit + Spare))
        {
            var rows = await connection.QueryAsync<int>(sql, new { exact, prefix = LikePattern.Prefix(exact), inside = LikePattern.Inside(exact), limit = limit + Spare });
            found.AddRange(rows.Except(found));
        }

        var people = await authors.Get(found);
        return [.. found.Where(people.ContainsKey).Select(number => people[number]).Where(author => !author.Suspended && !viewer.Blocks.Contains(author.Number)).Take(limit)];
    }

    private static string Step(string where, string? order) =>
        $"select n.member from member_names n join members m on m.number = n.member and m.suspended = 0 where not exists (select 1 from personas p where p.number = n.member) and ({where}){(order is null ? "" : $" order by {order}")} limit @limit";
}
