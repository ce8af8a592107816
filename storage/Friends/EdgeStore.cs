using Dapper;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Friends;

/// <summary>Edges from members to topics. They are written by log entries only; here they are read.</summary>
public sealed class EdgeStore(Database database, LogShape shape) : IEdgeSource
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<EdgeRow> OfShard(int shard)
    {
        await using var connection = await database.Open();
        await foreach (var row in connection.QueryUnbufferedAsync<EdgeRow>(
            "select member, topic, kind, since from edges where shard = @shard order by member", new { shard }))
        {
            yield return row;
        }
    }

    /// <summary>The edges of one member.</summary>
    public async Task<IReadOnlyList<EdgeRow>> Of(int member)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<EdgeRow>(
            "select member, topic, kind, since from edges where shard = @shard and member = @member order by since",
            new { shard = shape.ShardOf(member), member })).AsList();
    }

    /// <summary>One member's edge to one topic.</summary>
    public async Task<EdgeKind> Between(int member, Topic topic)
    {
        await using var connection = await database.Open();
        return (EdgeKind)await connection.QuerySingleOrDefaultAsync<int>(
            "select kind from edges where shard = @shard and member = @member and topic = @topic",
            new { shard = shape.ShardOf(member), member, topic = topic.Value });
    }

    /// <summary>How many have an edge to a topic that holds all of a kind and no block.</summary>
    public async Task<int> Count(Topic topic, EdgeKind kind)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleAsync<int>(
            "select count(*) from edges where topic = @topic and (kind & @kind) = @kind and (kind & 24) = 0", new { topic = topic.Value, kind = (int)kind });
    }
}
