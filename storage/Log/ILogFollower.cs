namespace OrleansMixi.Log;

/// <summary>Something on this host that keeps itself current by the log: a cache, the live connections.</summary>
public interface ILogFollower
{
    /// <summary>Called once per entry, in order within a queue, concurrently across queues, while the queue is held: must be quick and must not throw.</summary>
    void Applied(Activity entry);
}
