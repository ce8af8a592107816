using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace OrleansMixi.Storage;

/// <summary>
/// For small things that change often: keeps them in memory, the newest value of each key, and writes what has gathered in
/// one batch, at most one batch within the pace. The first after a rest is written at once. What was kept since the last
/// batch is lost when the process is killed; a batch that fails is tried again.
/// </summary>
/// <param name="pace">The shortest time from one batch to the next.</param>
/// <param name="capacity">How many keys wait at most; more are turned away.</param>
/// <param name="merge">Makes one value of the older and the newer one.</param>
/// <param name="write">Writes a batch.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where failures go.</param>
public sealed partial class PacedWriter<TKey, TValue>(
    TimeSpan pace, int capacity, Func<TValue, TValue, TValue> merge, Func<IReadOnlyCollection<KeyValuePair<TKey, TValue>>, Task> write, TimeProvider time, ILogger logger)
    : IAsyncDisposable
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _end = new();
    private Dictionary<TKey, TValue> _waiting = [];
    private Dictionary<TKey, TValue> _underWay = [];
    private bool _running;
    private long _last = long.MinValue;

    /// <summary>Keeps a value for the next batch; false if too many wait.</summary>
    public bool Keep(TKey key, TValue value)
    {
        lock (_lock)
        {
            var known = _waiting.TryGetValue(key, out var older);
            if (!known && _waiting.Count >= capacity)
            {
                return false;
            }

            _waiting[key] = known ? merge(older!, value) : value;
            if (_running)
            {
                return true;
            }

            _running = true;
        }

        _ = Task.Run(Run);
        return true;
    }

    /// <summary>The value of a key that is not known to be written yet.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_lock)
        {
            return _waiting.TryGetValue(key, out value) || _underWay.TryGetValue(key, out value);
        }
    }

    /// <summary>Writes at once what waits.</summary>
    public async Task Flush()
    {
        await _turn.WaitAsync();
        try
        {
            await Write();
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Flush();
    }

    private async Task Run()
    {
        bool more;
        do
        {
            var rest = Rest();
            if (rest > TimeSpan.Zero)
            {
                await Task.Delay(rest, time, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await Flush();
            lock (_lock)
            {
                more = _running = _waiting.Count > 0 && !_end.IsCancellationRequested;
            }
        }
        while (more);
    }

    private TimeSpan Rest() => _last == long.MinValue ? TimeSpan.Zero : pace - time.GetElapsedTime(_last);

    private async Task Write()
    {
        lock (_lock)
        {
            (_underWay, _waiting) = (_waiting, []);
        }

        if (_underWay.Count == 0)
        {
            return;
        }

        _last = time.GetTimestamp();
        try
        {
            await write(_underWay);
        }
        catch (Exception error)
        {
            LogFailed(error, _underWay.Count);
            PutBack();
        }

        lock (_lock)
        {
            _underWay = [];
        }
    }

    /// <summary>What could not be written waits again, unless something newer took its place or the room.</summary>
    private void PutBack()
    {
        lock (_lock)
        {
            foreach (var (key, value) in _underWay)
            {
                if (_waiting.TryGetValue(key, out var newer))
                {
                    _waiting[key] = merge(value, newer);
                }
                else if (_waiting.Count < capacity)
                {
                    _waiting[key] = value;
                }
            }
        }
    }

    [LoggerMessage(EventIds.BatchFailed, LogLevel.Warning, "A batch of {Count} could not be written; it is tried again")]
    private partial void LogFailed(Exception error, int count);
}
