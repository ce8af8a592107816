using System.Data.Common;
using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Log;

/// <summary>The log in the database. Within a queue, id order is commit order is visibility order.</summary>
public abstract class LogStore(Database database, LogShape shape)
{
    /// <summary>The store for a database.</summary>
    public static LogStore Of(Database database, LogShape shape, TimeProvider time) => database switch
    {
        PostgresDatabase postgres => new PostgresLogStore(postgres, shape),
        SqliteDatabase sqlite => new SqliteLogStore(sqlite, shape, time),
        _ => throw new ArgumentException("Neither PostgreSQL nor SQLite.", nameof(database)),
    };

    /// <summary>What is fixed since the database was made.</summary>
    public LogShape Shape => shape;

    /// <summary>The database.</summary>
    protected Database Database => database;

    /// <summary>
    /// Writes entries of one queue in one transaction, in order; durable when it returns. An entry whose idempotency key
    /// exists is left out. The ids are assigned under the lock of the queue's head.
    /// </summary>
    public abstract Task<CommitResult> Commit(int queue, IReadOnlyList<LogEntry> entries, CancellationToken cancellationToken = default);

    /// <summary>The last id of every queue.</summary>
    public async Task<long[]> Heads(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.Open(cancellationToken);
        var rows = await connection.QueryAsync<(long Queue, long Last)>(
            new CommandDefinition("select cast(queue as bigint), last from heads", cancellationToken: cancellationToken));
        var heads = new long[shape.Queues];
        foreach (var (queue, last) in rows)
        {
            heads[queue] = PostId.Compose(last, (int)queue);
        }

        return heads;
    }

    /// <summary>Entries of a queue after a position, at most <paramref name="limit"/>; the answer says how far it reaches.</summary>
    public async Task<LogRange> Read(int queue, long from, int limit, CancellationToken cancellationToken = default)
    {
        // One statement, so that head and rows come from one snapshot.
        const string sql = $"""
            select h.last as head, {ActivityRow.Columns}
            from heads h left join activities a on a.queue = h.queue and a.id > @from
            where h.queue = @queue
            order by a.id limit @limit
            """;
        await using var connection = await database.Open(cancellationToken);
        var rows = (await connection.QueryAsync<ActivityRow>(
            new CommandDefinition(sql, new { queue, from, limit }, cancellationToken: cancellationToken))).AsList();
        var entries = rows.Where(row => row.Id != 0).Select(row => row.ToActivity()).ToList();
        var to = entries.Count == limit ? entries[^1].Header.Id : PostId.Compose(rows[0].Head, queue);
        return new(from, Math.Max(from, to), entries);
    }

    /// <summary>The entry that an author's idempotency key stands for, and the hash of its body; null if the key is unknown.</summary>
    public async Task<(long Id, byte[] Hash)?> FindKey(int author, string key, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.Open(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<KeyRow>(
            new CommandDefinition("select id, hash from idempotency where author = @author and key = @key", new { author, key }, cancellationToken: cancellationToken));
        return row is null ? null : (row.Id, row.Hash);
    }

    /// <summary>Whether an entry is what its key stood for before.</summary>
    public static bool IsSame(LogEntry entry, ReadOnlySpan<byte> hash) => hash.SequenceEqual(EntryHash.Of(entry));

    /// <summary>Forgets idempotency keys older than a moment.</summary>
    public async Task ForgetKeys(long beforeUnixMs, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.Open(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition("delete from idempotency where at < @beforeUnixMs", new { beforeUnixMs }, cancellationToken: cancellationToken));
    }

    /// <summary>Applies what entries do to other tables, inside their transaction.</summary>
    protected async Task ApplyEffects(DbConnection connection, DbTransaction transaction, IEnumerable<Activity> written)
    {
        foreach (var entry in written)
        {
            var header = entry.Header;
            foreach (var sql in LogEffects.Of(header))
            {
                await connection.ExecuteAsync(
                    sql,
                    new
                    {
                        id = header.Id,
                        target = header.Target,
                        queue = PostId.Queue(header.Id),
                        audience = (int)header.Audience,
                        member = header.Author,
                        shard = shape.ShardOf(header.Author),
                        topic = header.Topic,
                        edge = (int)header.Edge,
                    },
                    transaction);
            }

            if (entry.Body?.Media is { } media)
            {
                var parameters = new { post = header.Subject, member = header.Author, ids = database.List([.. media.Pictures.Select(picture => picture.Id)]) };
                foreach (var sql in LogEffects.Pictures(header.Kind, database.Rows("ids")))
                {
                    await connection.ExecuteAsync(sql, parameters, transaction);
                }
            }
        }
    }

    private sealed record KeyRow
    {
        public long Id { get; init; }

        public byte[] Hash { get; init; } = [];
    }
}
