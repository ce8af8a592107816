using Dapper;
using Microsoft.Extensions.Options;
using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Storage;

namespace OrleansMixi.Posts;

/// <summary>Those around authors, in this host's memory; any change of an author's edges or groups makes them be read again.</summary>
public sealed class CircleStore(Database database, EdgeStore edges, IOptions<LogOptions> options) : ILogFollower
{
    private readonly GenerationCache<int, Circle> _circles = new(options.Value.CachedPosts / 4);

    /// <summary>The circle of an author.</summary>
    public async ValueTask<Circle> Of(int author)
    {
        if (_circles.TryGet(author, out var known))
        {
            return known;
        }

        var stamp = _circles.Removals;
        var friends = (await edges.Of(author)).Where(edge => edge.Kind.Holds(EdgeKind.Friend)).Select(edge => Topic.Of(edge.Topic).Number).ToHashSet();
        await using var connection = await database.Open();
        var rows = await connection.QueryAsync<(long Number, long Friend)>(
            "select cast(number as bigint), cast(friend as bigint) from friend_group_members where member = @author", new { author });
        var groups = rows.GroupBy(row => (int)row.Number)
            .ToDictionary(group => group.Key, IReadOnlySet<int> (group) => group.Select(row => (int)row.Friend).ToHashSet());
        var circle = new Circle(friends, groups);
        _circles.Offer(author, circle, stamp);
        return circle;
    }

    /// <inheritdoc/>
    public void Applied(Activity entry)
    {
        if (entry.Header.Kind is ActivityKind.Edge or ActivityKind.Member)
        {
            _circles.Remove(entry.Header.Author);
        }
    }
}
