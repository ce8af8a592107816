using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;
using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Storage;
using OrleansMixi.Timelines;
using OrleansMixi.Towns;

namespace OrleansMixi.Fanout;

/// <summary>How long a shard that starts needs to take its edges from the database, before it answers its first page.</summary>
internal static class ColdStart
{
    private const int Shard = 1;

    /// <summary>Fills the edges of one shard of the graph and reads them as a starting shard does.</summary>
    public static async Task<ResultRow> Measure(TemporaryPostgres postgres, FanoutGraph graph, int queues, int shards)
    {
        var connectionString = await postgres.CreateDatabase();
        var database = Database.Of(connectionString);
        var shape = await Migrator.Migrate(database, queues, shards);
        await Fill(connectionString, graph);
        var book = new TimelineBook(shape, Shard, new(), new());
        var clock = Stopwatch.StartNew();
        await foreach (var edge in new EdgeStore(database, shape).OfShard(Shard))
        {
            book.Load(edge.Member, edge.Topic);
        }

        return new($"cold start of one shard, {book.Edges:N0} edges from PostgreSQL", "s", Math.Round(clock.Elapsed.TotalSeconds, 2));
    }

    private static async Task Fill(string connectionString, FanoutGraph graph)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using (var copy = await connection.BeginBinaryImportAsync("copy edges (shard, member, topic, kind, since) from stdin (format binary)"))
        {
            for (var author = 1; author <= graph.Authors; author++)
            {
                foreach (var member in graph.FollowersIn(author, Shard))
                {
                    await copy.StartRowAsync();
                    await copy.WriteAsync(Shard, NpgsqlDbType.Integer);
                    await copy.WriteAsync(member, NpgsqlDbType.Integer);
                    await copy.WriteAsync(Topic.User(author).Value, NpgsqlDbType.Bigint);
                    await copy.WriteAsync((int)EdgeKind.Follow, NpgsqlDbType.Integer);
                    await copy.WriteAsync(PostId.Compose(1, 0), NpgsqlDbType.Bigint);
                }
            }

            await copy.CompleteAsync();
        }

        await using var vacuum = new NpgsqlCommand("vacuum analyze edges", connection) { CommandTimeout = 120 };
        await vacuum.ExecuteNonQueryAsync();
    }
}
