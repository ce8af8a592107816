using OrleansMixi.Fanout;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Timelines;
using OrleansMixi.Towns;

namespace OrleansMixi.Memory;

/// <summary>Timelines and edges of all shards of a host, in their real types, by the resident memory of this process.</summary>
internal sealed class ShardMemory(MemoryOptions options)
{
    private const int Queues = 4, Shards = 16;
    private static readonly LogShape Shape = new(1, Queues, Shards);
    private static readonly TimelineOptions Timelines = new() { RingBudget = long.MaxValue };

    /// <summary>The rows of active timelines of all lengths, and of full ones.</summary>
    public IEnumerable<ResultRow> TimelineRows()
    {
        var random = new Random(1);
        return Rows("mixed", () => random.Next(1, Timelines.RingCapacity + 1)).Concat(Rows("full", () => Timelines.RingCapacity));

        ResultRow[] Rows(string kind, Func<int> length)
        {
            var history = Enumerable.Range(1, Timelines.RingCapacity).Select(ms => PostId.Compose((long)ms << 14, 0)).Reverse().ToArray();
            var (before, books, ids) = (OwnMemory.Bytes(), Books(), 0L);
            for (var member = 1; member <= options.Timelines; member++)
            {
                var (book, count) = (books[Shape.ShardOf(member)], length());
                book.Fill(member, book.Open(member), history.AsSpan(0, count), more: false);
                ids += count;
            }

            var each = (double)(OwnMemory.Bytes() - before) / options.Timelines;
            var plain = (8d * ids / options.Timelines) + 64;
            return
            [
                new($"an active timeline, {kind}: {ids / books.Sum(book => book.Active)} ids on average", "bytes", Math.Round(each)),
                new($"the same, more than 8 bytes for each id and 64", "%", Math.Round(100 * ((each / plain) - 1), 1)),
            ];
        }
    }

    /// <summary>The row of edges: a power law, held both ways round.</summary>
    public ResultRow EdgeRow()
    {
        var graph = new FanoutGraph(options.Members, Shards, options.Authors, options.Followers, options.Largest);
        var (before, books) = (OwnMemory.Bytes(), Books());
        for (var author = 1; author <= graph.Authors; author++)
        {
            for (var shard = 0; shard < Shards; shard++)
            {
                foreach (var member in graph.FollowersIn(author, shard).Order())
                {
                    books[shard].Load(member, Topic.User(author).Value);
                }
            }
        }

        var held = OwnMemory.Bytes() - before;
        var edges = books.Sum(book => book.Edges);
        return new($"an edge, {edges:N0} of them", "bytes", Math.Round((double)held / edges, 2));
    }

    private static TimelineBook[] Books()
    {
        var topics = new TopicNumbers();
        return [.. Enumerable.Range(0, Shards).Select(shard => new TimelineBook(Shape, shard, topics, Timelines))];
    }
}
