using System.Diagnostics;
using Microsoft.Data.Sqlite;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Ingest;

/// <summary>The bare insert on SQLite: one connection, one prepared statement, so many rows a transaction.</summary>
internal sealed class SqliteBareInsert(string connectionString, int queues, int authors) : IBareInsert
{
    private const int Batch = 500;
    private const string Sql = """
        insert into activities (queue, id, kind, author, actor, topic, target, audience, flags, edge, published, form, title, text, language, link)
        values ($queue, $id, 1, $author, $author, $topic, 0, 0, 0, 0, $published, 1, null, $text, null, null)
        """;

    private readonly Database _database = Database.Of(connectionString);
    private long _turn;

    public Task Prepare() => Migrator.Migrate(_database, queues, 1);

    public Task<double> Write(double seconds) => Task.Run(async () =>
    {
        await using var connection = (SqliteConnection)await _database.Open();
        await using var command = new SqliteCommand(Sql, connection);
        var (queue, id, author, topic, published) = (Add("$queue"), Add("$id"), Add("$author"), Add("$topic"), Add("$published"));
        Add("$text").Value = CrowdAuthor.Text;
        var random = new Random(1);
        var head = PostId.HeadAt(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()) + (_turn++ << 32);
        var (clock, rows) = (Stopwatch.StartNew(), 0L);
        for (; clock.Elapsed.TotalSeconds < seconds; rows += Batch)
        {
            await using var transaction = connection.BeginTransaction();
            command.Transaction = transaction;
            for (var i = 0; i < Batch; i++)
            {
                var of = (int)(rows / Batch) % queues;
                var number = PostId.Compose(head + rows + i, of);
                var who = random.Next(1, authors + 1);
                (queue.Value, id.Value, author.Value, topic.Value, published.Value) = (of, number, who, Topic.User(who).Value, PostId.UnixMs(number));
                command.ExecuteNonQuery();
            }

            await transaction.CommitAsync();
        }

        return rows / clock.Elapsed.TotalSeconds;

        SqliteParameter Add(string name) => command.Parameters.Add(new(name, null));
    });
}
