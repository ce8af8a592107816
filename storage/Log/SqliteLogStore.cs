using OrleansMixi.Storage;

namespace OrleansMixi.Log;

/// <summary>The log on SQLite: one writer at a time in this process, short immediate transactions, the file's lock against other processes.</summary>
internal sealed class SqliteLogStore(SqliteDatabase database, LogShape shape, TimeProvider time) : LogStore(database, shape), IDisposable
{
    // The file has one lock; waiting for it here is fair and cheap, waiting inside SQLite is polling.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private SqliteLogWriter? _writer;

    public override async Task<CommitResult> Commit(int queue, IReadOnlyList<LogEntry> entries, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            _writer ??= await SqliteLogWriter.Open(database, cancellationToken);
            return await Commit(_writer, queue, entries, cancellationToken);
        }
        catch
        {
            // Whatever state the connection is in, the next commit begins with a new one.
            _writer?.Dispose();
            _writer = null;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _writer?.Dispose();
        _turn.Dispose();
    }

    private async Task<CommitResult> Commit(SqliteLogWriter writer, int queue, IReadOnlyList<LogEntry> entries, CancellationToken cancellationToken)
    {
        await using var transaction = writer.Begin();
        var (prev, last) = writer.Advance(queue, entries.Count, PostId.HeadAt(time.GetUtcNow().ToUnixTimeMilliseconds()));
        var written = new Activity?[entries.Count];
        for (var i = 0; i < entries.Count; i++)
        {
            var id = PostId.Compose(last - entries.Count + 1 + i, queue);
            if (entries[i].Key is null || writer.TakeKey(entries[i], id))
            {
                written[i] = entries[i].Numbered(id);
                writer.Insert(written[i]!);
            }
        }

        var result = new CommitResult(PostId.Compose(prev, queue), PostId.Compose(last, queue), written);
        await ApplyEffects(writer.Connection, transaction, result.Entries);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
