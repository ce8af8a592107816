namespace OrleansMixi.Log;

/// <summary>How hosts tell each other that a queue has grown. It may lose a ring; a slow poll covers that.</summary>
internal interface IDoorbell
{
    /// <summary>Tells the other hosts. Rings that come while one is on its way become one.</summary>
    void Ring(int queue);

    /// <summary>Listens until cancelled, and answers with the queues that other hosts rang for.</summary>
    Task Listen(Action<int> rung, CancellationToken cancellationToken);
}
