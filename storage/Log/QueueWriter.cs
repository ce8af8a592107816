using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using OrleansMixi.Storage;

namespace OrleansMixi.Log;

/// <summary>Group commit of one queue: whatever waits goes into one statement while the one before it runs.</summary>
internal sealed partial class QueueWriter : IAsyncDisposable
{
    private readonly int _queue;
    private readonly LogStore _store;
    private readonly LogTail _tail;
    private readonly Database _database;
    private readonly LogOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Lock _lock = new();
    private readonly Queue<PendingEntry> _waiting = [];
    private readonly List<PendingEntry> _batch = [];
    private readonly Channel<bool> _filled = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private readonly Task _writing;
    private bool _closed;

    public QueueWriter(int queue, LogStore store, LogTail tail, Database database, LogOptions options, TimeProvider time, ILogger logger)
    {
        (_queue, _store, _tail, _database, _options, _time, _logger) = (queue, store, tail, database, options, time, logger);
        _writing = Task.Run(Write);
    }

    /// <summary>Takes an entry in; refuses it when too many wait.</summary>
    public Task<Activity?> Append(LogEntry entry)
    {
        var pending = new PendingEntry(entry, _time.GetTimestamp());
        lock (_lock)
        {
            if (_closed || _waiting.Count >= _options.Waiting)
            {
                throw Errors.Unavailable();
            }

            _waiting.Enqueue(pending);
            if (_waiting.Count > 1)
            {
                return pending.Task;
            }
        }

        _filled.Writer.TryWrite(true);
        return pending.Task;
    }

    /// <summary>
    /// Tells those whose deadline passed that the outcome is unknown; the entries stay where they are. One look at all
    /// instead of a timer for each: they came in order, so it ends at the first that has time left.
    /// </summary>
    public void Expire()
    {
        lock (_lock)
        {
            _ = Expire(_batch) && Expire(_waiting);
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _closed = true;
        }

        _filled.Writer.TryComplete();
        await _writing;
    }

    private bool Expire(IEnumerable<PendingEntry> entries)
    {
        foreach (var pending in entries)
        {
            if (_time.GetElapsedTime(pending.Since) < _options.Deadline)
            {
                return false;
            }

            pending.TrySetException(Errors.Unavailable());
        }

        return true;
    }

    private async Task Write()
    {
        bool open;
        do
        {
            open = await _filled.Reader.WaitToReadAsync();
            _filled.Reader.TryRead(out _);
            while (Take())
            {
                await Commit(_batch);
            }
        }
        while (open);
    }

    private bool Take()
    {
        lock (_lock)
        {
            _batch.Clear();
            while (_batch.Count < _options.CommitBatch && _waiting.TryDequeue(out var pending))
            {
                _batch.Add(pending);
            }

            return _batch.Count > 0;
        }
    }

    private async Task Commit(List<PendingEntry> batch)
    {
        try
        {
            var result = await _store.Commit(_queue, batch.ConvertAll(pending => pending.Entry));
            _tail.Append(_queue, result.From, result.To, result.Entries, own: true);
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].TrySetResult(result.Written[i]);
            }
        }
        catch (Exception error) when (_database.IsTransient(error))
        {
            LogUnavailable(error, _queue, batch.Count);
            batch.ForEach(pending => pending.TrySetException(Errors.Unavailable()));
        }
        catch (Exception error) when (batch.Count > 1)
        {
            // One bad row must not fail its neighbours: halve until it stands alone.
            LogSplit(error, _queue, batch.Count);
            await Commit(batch[..(batch.Count / 2)]);
            await Commit(batch[(batch.Count / 2)..]);
        }
        catch (Exception error)
        {
            LogRefused(error, _queue);
            batch[0].TrySetException(Errors.Invalid("text", "The database can't store this entry; remove unusual characters and try again."));
        }
    }

    [LoggerMessage(EventIds.LogUnavailable, LogLevel.Warning, "Queue {Queue}: {Count} entries could not be committed, the database is away")]
    private partial void LogUnavailable(Exception error, int queue, int count);

    [LoggerMessage(EventIds.LogSplit, LogLevel.Warning, "Queue {Queue}: a commit of {Count} entries was refused and is split")]
    private partial void LogSplit(Exception error, int queue, int count);

    [LoggerMessage(EventIds.LogRefused, LogLevel.Error, "Queue {Queue}: one entry was refused by the database")]
    private partial void LogRefused(Exception error, int queue);
}
