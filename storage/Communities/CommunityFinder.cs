using Dapper;
using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Communities;

/// <summary>
/// Finds communities that a viewer may know of: by words, by category, by who is there. Hidden ones are found by their
/// members only, and count for nobody.
/// </summary>
public sealed class CommunityFinder(Database database, LogShape shape, IOptions<CommunityOptions> options)
{
    // Topics of communities lie between these two, see Topic.
    private const string InCommunities = "e.topic > 8589934592 and e.topic < 12884901888 and (e.kind & 4) = 4";

    /// <summary>Communities that fit.</summary>
    public async Task<IReadOnlyList<CommunityRow>> Find(Viewer viewer, CommunitySearch search)
    {
        var common = search.Sort switch
        {
            CommunitySort.Friends => OfFriends(),
            CommunitySort.Common => OfFellows(),
            _ => null,
        };
        var sql = $"""
            select {CommunityStore.Columns}, {CommunityStore.Count}{(common is null ? "" : ", x.common")}
            from communities c {(common is null ? "" : $"join ({common}) x on x.topic = 8589934592 + c.number")}
            where (c.visibility <> 3 or c.number in (select id from {database.Rows("own")}))
            {(search.Text is null ? "" : "and c.folded like @like escape '!'")} {(search.Category is null ? "" : "and c.category = @category")}
            {(search.Sort == CommunitySort.Common ? $"and c.number not in (select id from {database.Rows("own")})" : "")}
            order by {(common is not null ? "x.common desc, " : search.Sort == CommunitySort.Members ? "members desc, " : "")}c.number desc
            limit @limit offset @offset
            """;
        await using var connection = await database.Open();
        return (await connection.QueryAsync<CommunityRow>(sql, new
        {
            own = database.List([.. viewer.Communities.Select(topic => (long)Topic.Of(topic).Number)]),
            mine = database.List([.. viewer.Communities]),
            friends = database.List([.. viewer.Friends.Select(friend => (long)friend)]),
            like = search.Text is null ? null : $"%{Escape(CommunityStore.Fold(search.Text))}%",
            category = search.Category,
            member = viewer.Member,
            shards = shape.Shards,
            sample = options.Value.CommonSample,
            limit = search.Limit,
            offset = search.Offset,
        })).AsList();
    }

    /// <summary>Which of the viewer's friends belong to a community.</summary>
    public async Task<IReadOnlyList<int>> FriendsIn(Viewer viewer, int community, int limit)
    {
        if (viewer.Friends.Count == 0)
        {
            return [];
        }

        await using var connection = await database.Open();
        return (await connection.QueryAsync<int>(
            $"""
            select e.member from {database.Rows("friends")} join edges e on e.shard = friends.id % @shards and e.member = friends.id
            where e.topic = @topic and (e.kind & 4) = 4 order by e.since limit @limit
            """,
            new { friends = database.List([.. viewer.Friends.Select(friend => (long)friend)]), shards = shape.Shards, topic = Topic.Community(community).Value, limit })).AsList();
    }

    /// <summary>Members of a community in the order of coming.</summary>
    public async Task<IReadOnlyList<int>> Members(int community, int offset, int limit)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<int>(
            "select e.member from edges e where e.topic = @topic and (e.kind & 4) = 4 order by e.since, e.member limit @limit offset @offset",
            new { topic = Topic.Community(community).Value, limit, offset })).AsList();
    }

    /// <summary>Communities that members of one belong to as well, most members in common first; hidden ones are left out.</summary>
    public async Task<IReadOnlyList<CommunityRow>> Related(int community, int limit)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<CommunityRow>(
            $"""
            select {CommunityStore.Columns}, {CommunityStore.Count}, x.common from communities c join (
                select e.topic, count(*) as common
                from (select m.shard, m.member from edges m where m.topic = @topic and (m.kind & 4) = 4 order by m.since desc limit @sample) f
                join edges e on e.shard = f.shard and e.member = f.member
                where {InCommunities} and e.topic <> @topic group by e.topic
            ) x on x.topic = 8589934592 + c.number
            where c.visibility <> 3 order by x.common desc, c.number desc limit @limit
            """,
            new { topic = Topic.Community(community).Value, sample = options.Value.CommonSample, limit })).AsList();
    }

    private string OfFriends() =>
        $"""
        select e.topic, count(*) as common from {database.Rows("friends")} join edges e on e.shard = friends.id % @shards and e.member = friends.id
        where {InCommunities} group by e.topic
        """;

    private string OfFellows() =>
        $"""
        select e.topic, count(distinct e.member) as common
        from (select m.shard, m.member from edges m where m.topic in (select id from {database.Rows("mine")}) and m.member <> @member and (m.kind & 4) = 4
            order by m.since desc limit @sample) f
        join edges e on e.shard = f.shard and e.member = f.member
        where {InCommunities} group by e.topic
        """;

    private static string Escape(string text) =>
        text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);
}
