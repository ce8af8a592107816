using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansMixi.Storage;

namespace OrleansMixi.Log;

/// <summary>
/// Writes to the log with group commit: whatever waits for a queue goes into one statement while the one before it runs.
/// One per host. An entry is acknowledged after its commit and after this host's tail holds it.
/// </summary>
public sealed partial class PostLog : IAsyncDisposable
{
    private readonly LogStore _store;
    private readonly LogTail _tail;
    private readonly Database _database;
    private readonly LogOptions _options;
    private readonly ILogger<PostLog> _logger;
    private readonly Channel<PendingEntry>[] _queues;
    private readonly Task[] _writers;

    public PostLog(LogStore store, LogTail tail, Database database, IOptions<LogOptions> options, ILogger<PostLog> logger)
    {
        (_store, _tail, _database, _options, _logger) = (store, tail, database, options.Value, logger);
        _queues = [.. Enumerable.Range(0, store.Shape.Queues).Select(_ => Channel.CreateBounded<PendingEntry>(
            new BoundedChannelOptions(_options.Waiting) { SingleReader = true }))];
        _writers = [.. Enumerable.Range(0, _queues.Length).Select(queue => Task.Run(() => Write(queue)))];
    }

    /// <summary>
    /// Writes one entry. Null if its idempotency key was there already. Throws <see cref="Errors.Unavailable"/> when the
    /// database is away, too many wait, or the deadline passed (then the outcome is unknown, and a retry with the key tells).
    /// </summary>
    public async Task<Activity?> Append(LogEntry entry)
    {
        var pending = new PendingEntry(entry);
        if (!_queues[entry.Queue(_store.Shape)].Writer.TryWrite(pending))
        {
            throw Errors.Unavailable();
        }

        try
        {
            return await pending.Done.WaitAsync(_options.Deadline);
        }
        catch (TimeoutException)
        {
            throw Errors.Unavailable();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var queue in _queues)
        {
            queue.Writer.TryComplete();
        }

        await Task.WhenAll(_writers);
    }

    private async Task Write(int queue)
    {
        var reader = _queues[queue].Reader;
        var batch = new List<PendingEntry>();
        while (await reader.WaitToReadAsync())
        {
            while (batch.Count < _options.CommitBatch && reader.TryRead(out var pending))
            {
                batch.Add(pending);
            }

            await Commit(queue, batch);
            batch.Clear();
        }
    }

    private async Task Commit(int queue, List<PendingEntry> batch)
    {
        try
        {
            var result = await _store.Commit(queue, batch.ConvertAll(pending => pending.Entry));
            _tail.Append(queue, result.From, result.To, result.Written.OfType<Activity>().ToList(), own: true);
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Complete(result.Written[i]);
            }
        }
        catch (Exception error) when (_database.IsTransient(error))
        {
            LogUnavailable(error, queue, batch.Count);
            batch.ForEach(pending => pending.Fail(Errors.Unavailable()));
        }
        catch (Exception error) when (batch.Count > 1)
        {
            // One bad row must not fail its neighbours: halve until it stands alone.
            LogSplit(error, queue, batch.Count);
            await Commit(queue, batch[..(batch.Count / 2)]);
            await Commit(queue, batch[(batch.Count / 2)..]);
        }
        catch (Exception error)
        {
            LogRefused(error, queue);
            batch[0].Fail(Errors.Invalid("text", "The database can't store this entry; remove unusual characters and try again."));
        }
    }

    [LoggerMessage(EventIds.LogUnavailable, LogLevel.Warning, "Queue {Queue}: {Count} entries could not be committed, the database is away")]
    private partial void LogUnavailable(Exception error, int queue, int count);

    [LoggerMessage(EventIds.LogSplit, LogLevel.Warning, "Queue {Queue}: a commit of {Count} entries was refused and is split")]
    private partial void LogSplit(Exception error, int queue, int count);

    [LoggerMessage(EventIds.LogRefused, LogLevel.Error, "Queue {Queue}: one entry was refused by the database")]
    private partial void LogRefused(Exception error, int queue);
}
