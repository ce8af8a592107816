using System.Data.Common;
using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Log;

/// <summary>The log on SQLite: one writer at a time in this process, short immediate transactions, the file's lock against other processes.</summary>
internal sealed class SqliteLogStore(Database database, LogShape shape, TimeProvider time) : LogStore(database, shape), IDisposable
{
    private const string InsertKey =
        "insert into idempotency (author, key, hash, id, at) values (@author, @key, @hash, @id, @at) on conflict do nothing";

    private const string InsertEntry = """
        insert into activities (queue, id, kind, author, actor, topic, target, audience, flags, edge, published, form, title, text, language, link)
        values (@queue, @id, @kind, @author, @actor, @topic, @target, @audience, @flags, @edge, @published, @form, @title, @text, @language, @link)
        """;

    // The file has one lock; waiting for it here is fair and cheap, waiting inside SQLite is polling.
    private readonly SemaphoreSlim _writer = new(1, 1);

    public override async Task<CommitResult> Commit(int queue, IReadOnlyList<LogEntry> entries, CancellationToken cancellationToken = default)
    {
        await _writer.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await Database.Open(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var (prev, last) = await connection.QuerySingleAsync<(long, long)>(
                "update heads set prev = last, last = max(last + 1, @now) + @count - 1 where queue = @queue returning prev, last",
                new { now = PostId.HeadAt(time.GetUtcNow().ToUnixTimeMilliseconds()), count = entries.Count, queue },
                transaction);
            var written = new Activity?[entries.Count];
            using var insert = new EntryInsert(connection, transaction, InsertEntry);
            for (var i = 0; i < entries.Count; i++)
            {
                var id = PostId.Compose(last - entries.Count + 1 + i, queue);
                if (await TakeKey(connection, transaction, entries[i], id))
                {
                    written[i] = entries[i].Numbered(id);
                    insert.Run(written[i]!);
                }
            }

            await ApplyEffects(connection, transaction, written.OfType<Activity>());
            await transaction.CommitAsync(cancellationToken);
            return new(PostId.Compose(prev, queue), PostId.Compose(last, queue), written);
        }
        finally
        {
            _writer.Release();
        }
    }

    public void Dispose() => _writer.Dispose();

    private static async Task<bool> TakeKey(DbConnection connection, DbTransaction transaction, LogEntry entry, long id) =>
        entry.Key is null || await connection.ExecuteAsync(
            InsertKey,
            new { author = entry.Author, key = entry.Key, hash = EntryHash.Of(entry), id, at = PostId.UnixMs(id) },
            transaction) == 1;
}
