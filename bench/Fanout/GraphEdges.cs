using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Fanout;

/// <summary>Gives the graph's edges to the shards, as if they had come from the database.</summary>
internal sealed class GraphEdges(FanoutGraph graph) : IEdgeSource
{
    public async IAsyncEnumerable<EdgeRow> OfShard(int shard)
    {
        // A shard loads its edges in turns of its grain: let others go on in between.
        await Task.Yield();
        for (var author = 1; author <= graph.Authors; author++)
        {
            foreach (var member in graph.FollowersIn(author, shard).Order())
            {
                yield return new() { Member = member, Topic = Topic.User(author).Value, Kind = EdgeKind.Follow };
            }
        }
    }
}
