using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Ingest;

/// <summary>The bare insert on PostgreSQL: a connection for each queue, each one prepared statement over arrays after the other.</summary>
internal sealed class PostgresBareInsert(string connectionString, int queues, int authors) : IBareInsert
{
    private const int Batch = 500;
    private const string Sql = """
        insert into activities (queue, id, kind, author, actor, topic, target, audience, flags, edge, published, form, title, text, language, link)
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
        """;

    private long _turn;

    public Task Prepare() => Migrator.Migrate(Database.Of(connectionString), queues, 1);

    public async Task<double> Write(double seconds)
    {
        var first = PostId.HeadAt(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()) + (_turn++ << 32);
        var clock = Stopwatch.StartNew();
        var rows = await Task.WhenAll(Enumerable.Range(0, queues).Select(queue => Task.Run(() => Write(queue, first, clock, seconds))));
        return rows.Sum() / clock.Elapsed.TotalSeconds;
    }

    private async Task<long> Write(int queue, long first, Stopwatch clock, double seconds)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(Sql, connection);
        var (ids, writers, topics, published) = (new long[Batch], new int[Batch], new long[Batch], new long[Batch]);
        Add(NpgsqlDbType.Smallint, Same((short)queue));
        Add(NpgsqlDbType.Bigint, ids);
        Add(NpgsqlDbType.Smallint, Same((short)Log.ActivityKind.Post));
        Add(NpgsqlDbType.Integer, writers);
        Add(NpgsqlDbType.Integer, writers);
        Add(NpgsqlDbType.Bigint, topics);
        Add(NpgsqlDbType.Bigint, Same(0L));
        Add(NpgsqlDbType.Smallint, Same((short)Audience.Everyone));
        Add(NpgsqlDbType.Smallint, Same((short)0));
        Add(NpgsqlDbType.Smallint, Same((short)0));
        Add(NpgsqlDbType.Bigint, published);
        Add(NpgsqlDbType.Smallint, Same((short)PostForm.Voice));
        Add(NpgsqlDbType.Text, Same<string?>(null));
        Add(NpgsqlDbType.Text, Same(CrowdAuthor.Text));
        Add(NpgsqlDbType.Text, Same<string?>(null));
        Add(NpgsqlDbType.Text, Same<string?>(null));
        await command.PrepareAsync();
        var random = new Random(queue);
        var rows = 0L;
        for (; clock.Elapsed.TotalSeconds < seconds; rows += Batch)
        {
            for (var i = 0; i < Batch; i++)
            {
                ids[i] = PostId.Compose(first + rows + i, queue);
                writers[i] = random.Next(1, authors + 1);
                topics[i] = Topic.User(writers[i]).Value;
                published[i] = PostId.UnixMs(ids[i]);
            }

            await command.ExecuteNonQueryAsync();
        }

        return rows;

        void Add<T>(NpgsqlDbType type, T[] values) => command.Parameters.Add(new NpgsqlParameter<T[]> { NpgsqlDbType = NpgsqlDbType.Array | type, TypedValue = values });
    }

    private static T[] Same<T>(T value) => [.. Enumerable.Repeat(value, Batch)];
}
