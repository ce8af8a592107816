namespace OrleansMixi.Notifications;

/// <summary>
/// Reads one queue of the log and writes the notifications that follow from it. Key: the queue. It reads as long as it is
/// active; for a moment there may be two of it, which does no harm, because every effect is idempotent.
/// </summary>
[Alias("mixi.INotificationReaderGrain")]
public interface INotificationReaderGrain : IGrainWithIntegerKey
{
    /// <summary>Lets it be active somewhere; every silo calls it every second.</summary>
    [Alias("Keep")]
    Task Keep();
}
