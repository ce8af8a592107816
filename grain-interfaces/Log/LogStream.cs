namespace OrleansMixi.Log;

/// <summary>Names of the stream that carries the log to the timeline shards: one stream per (queue, shard).</summary>
public static class LogStream
{
    /// <summary>The stream provider's name.</summary>
    public const string Provider = "log";

    /// <summary>What a shard subscribes to.</summary>
    public const string NamespacePattern = "^log-";

    /// <summary>The namespace of a queue; the key inside it is the shard's number.</summary>
    public static string Namespace(int queue) => $"log-{queue}";
}
