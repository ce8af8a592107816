namespace OrleansMixi.Push;

/// <summary>A server that posts go into and readers hang on, in a process of its own on the first processor.</summary>
internal interface IPushServer : IAsyncDisposable
{
    /// <summary>How the results call it.</summary>
    string Name { get; }

    int Port { get; }

    /// <summary>Processor time of all its processes.</summary>
    TimeSpan ProcessorTime { get; }

    /// <summary>How much slower than the others it is written to when posts share frames: one that can't keep that pace would show its queue, not its cost.</summary>
    int Slowness => 1;

    /// <summary>How a reader opens its connection.</summary>
    ReaderHello Hello(int reader);

    /// <summary>Hands over posts of one author, in order; completes when they are taken. Never called again for an author before.</summary>
    Task Publish(IReadOnlyList<PushPost> posts);
}
