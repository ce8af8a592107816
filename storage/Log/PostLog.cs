using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansMixi.Storage;

namespace OrleansMixi.Log;

/// <summary>
/// Writes to the log with group commit, one <see cref="QueueWriter"/> for each queue. One per host. An entry is acknowledged
/// after its commit and after this host's tail holds it.
/// </summary>
public sealed class PostLog : IAsyncDisposable
{
    // A caller may hear that the deadline has passed so much later, as a share of it.
    private const int LooksPerDeadline = 16;

    private readonly LogShape _shape;
    private readonly QueueWriter[] _queues;
    private readonly ITimer _looks;

    public PostLog(LogStore store, LogTail tail, Database database, IOptions<LogOptions> options, ILogger<PostLog> logger, TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        _shape = store.Shape;
        _queues = [.. Enumerable.Range(0, _shape.Queues).Select(queue => new QueueWriter(queue, store, tail, database, options.Value, time, logger))];
        var period = options.Value.Deadline / LooksPerDeadline;
        _looks = time.CreateTimer(_ => Array.ForEach(_queues, queue => queue.Expire()), null, period, period);
    }

    /// <summary>
    /// Writes one entry. Null if its idempotency key was there already. Throws <see cref="Errors.Unavailable"/> when the
    /// database is away, too many wait, or the deadline passed (then the outcome is unknown, and a retry with the key tells).
    /// </summary>
    public Task<Activity?> Append(LogEntry entry) => _queues[entry.Queue(_shape)].Append(entry);

    public async ValueTask DisposeAsync()
    {
        await _looks.DisposeAsync();
        foreach (var queue in _queues)
        {
            await queue.DisposeAsync();
        }
    }
}
