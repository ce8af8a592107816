using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansMixi.Log;

namespace OrleansMixi.Notifications;

/// <summary>Reads one queue of the log from its own checkpoint on; the tail only rings for it. What fails is tried again, never left out.</summary>
internal sealed partial class NotificationReader(
    int queue, NotificationWriter writer, LogTail tail, LogStore store, CheckpointStore checkpoints, IOptions<NotificationOptions> options, TimeProvider time, ILogger logger)
{
    private const string Checkpoint = "notifications";
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    // Somebody reacted, was answered, and the host was gone before the log told of it.
    private static readonly TimeSpan LookBack = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LookBackMost = TimeSpan.FromHours(1);

    private long _position = -1;
    private long _stored;
    private long _storedAt;
    private bool _again = true;

    /// <summary>Reads until cancelled.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await Step(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception error)
            {
                LogFailed(error, queue);
                await Task.Delay(Rest, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
        }
    }

    private async Task Step(CancellationToken cancellationToken)
    {
        if (_position < 0)
        {
            await Begin();
        }

        if (!await Grown(cancellationToken))
        {
            await Keep();
            return;
        }

        // The tail reaches back a while; what lies before it, or was left over by another host, is in the database.
        var range = tail.Read(queue, _position, options.Value.Batch) ?? await store.Read(queue, _position, options.Value.Batch, cancellationToken);
        await writer.Write(range.Entries, _again);
        (_position, _again) = (range.To, _again && range.Entries.Count == options.Value.Batch);
        if (time.GetElapsedTime(_storedAt) >= options.Value.Keep)
        {
            await Keep();
        }

        await Task.Delay(options.Value.Linger, time, cancellationToken);
    }

    private async Task Begin()
    {
        await tail.Start();
        var stored = await checkpoints.Find(Checkpoint, queue);
        var now = time.GetUtcNow();
        var since = Math.Max((now - LookBackMost).ToUnixTimeMilliseconds(), Math.Min(PostId.UnixMs(stored), now.ToUnixTimeMilliseconds()) - (long)LookBack.TotalMilliseconds);
        await writer.WriteReactions(queue, since);
        (_position, _stored) = (stored, stored);
    }

    private async Task<bool> Grown(CancellationToken cancellationToken)
    {
        try
        {
            await tail.Beyond(queue, _position).WaitAsync(options.Value.Keep, time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task Keep()
    {
        if (_position > _stored)
        {
            await checkpoints.Store(Checkpoint, queue, _position);
            (_stored, _storedAt) = (_position, time.GetTimestamp());
        }
    }

    [LoggerMessage(EventIds.NotificationsFailed, LogLevel.Warning, "Notifications of queue {Queue} could not be written; they are tried again")]
    private partial void LogFailed(Exception error, int queue);
}
