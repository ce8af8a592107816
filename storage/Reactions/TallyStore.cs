using Dapper;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Reactions;

/// <summary>What is counted about posts.</summary>
public sealed class TallyStore(Database database)
{
    /// <summary>The counts of posts; those with nothing counted are absent.</summary>
    public async Task<IReadOnlyDictionary<long, PostCounts>> Of(IReadOnlyCollection<long> posts)
    {
        if (posts.Count == 0)
        {
            return System.Collections.Frozen.FrozenDictionary<long, PostCounts>.Empty;
        }

        await using var connection = await database.Open();
        var rows = await connection.QueryAsync<(long Post, long Kind, long Count)>(
            $"select t.post, cast(t.kind as bigint), cast(t.count as bigint) from {database.Rows("ids")} join tallies t on t.post = ids.id where t.count > 0",
            new { ids = database.List(posts) });
        return rows.GroupBy(row => row.Post).ToDictionary(post => post.Key, Counts);
    }

    private static PostCounts Counts(IEnumerable<(long Post, long Kind, long Count)> rows)
    {
        var counts = rows.ToDictionary(row => (int)row.Kind, row => (int)row.Count);
        return new(
            counts.GetValueOrDefault(TallyKind.Comments),
            counts.GetValueOrDefault(TallyKind.Shares),
            counts.Where(count => count.Key > TallyKind.FirstReaction).ToDictionary(count => (Reaction)(count.Key - TallyKind.FirstReaction), count => count.Value));
    }
}
