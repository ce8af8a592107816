using System.Collections.Concurrent;

namespace OrleansMixi.Timelines;

/// <summary>
/// Numbers for topics, dense from 0 as they appear. One numbering for all shards of a host: what every shard looks up for
/// every post stays close to the processor, and is kept once.
/// </summary>
internal sealed class TopicNumbers
{
    /// <summary>The number of a topic that nobody here follows.</summary>
    public const int None = -1;

    private readonly ConcurrentDictionary<long, int> _numbers = new();
    private readonly Lock _adding = new();
    private long[] _topics = [];
    private int _count;

    /// <summary>The number of a topic; <see cref="None"/> if it has none.</summary>
    public int Find(long topic) => _numbers.TryGetValue(topic, out var number) ? number : None;

    /// <summary>The topic of a number.</summary>
    public long Topic(int number) => Volatile.Read(ref _topics)[number];

    /// <summary>The number of a topic, from now on if it had none.</summary>
    public int Add(long topic)
    {
        if (_numbers.TryGetValue(topic, out var known))
        {
            return known;
        }

        lock (_adding)
        {
            return _numbers.GetOrAdd(topic, Next);
        }
    }

    private int Next(long topic)
    {
        // Whoever sees the number must find the topic.
        var number = _count++;
        var topics = _topics;
        Dense.At(ref topics, number) = topic;
        Volatile.Write(ref _topics, topics);
        return number;
    }
}
