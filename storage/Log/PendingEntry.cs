namespace OrleansMixi.Log;

/// <summary>An entry that waits for its commit; its task gives what was written, or null if the idempotency key was there already.</summary>
/// <param name="entry">What is to be written.</param>
/// <param name="since">When it came, as a timestamp of the clock.</param>
internal sealed class PendingEntry(LogEntry entry, long since)
    : TaskCompletionSource<Activity?>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public LogEntry Entry => entry;

    public long Since => since;
}
