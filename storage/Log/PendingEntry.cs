namespace OrleansMixi.Log;

/// <summary>An entry that waits for its commit.</summary>
internal sealed class PendingEntry(LogEntry entry)
{
    private readonly TaskCompletionSource<Activity?> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LogEntry Entry => entry;

    /// <summary>What was written; null if the idempotency key was there already.</summary>
    public Task<Activity?> Done => _done.Task;

    public void Complete(Activity? written) => _done.TrySetResult(written);

    public void Fail(Exception error) => _done.TrySetException(error);
}
