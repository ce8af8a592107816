using System.Globalization;

namespace OrleansMixi.Log;

/// <summary>
/// The arithmetic of activity ids. An id is a positive 63-bit number: milliseconds since 2024-01-01 UTC (41 bits),
/// queue (8 bits), counter (14 bits). One number is identity and log position: within a queue, id order is commit
/// order is visibility order; across queues ids sort by time. In JSON an id is a decimal string.
/// </summary>
public static class PostId
{
    /// <summary>2024-01-01T00:00:00Z in Unix milliseconds: where the ids' clock starts.</summary>
    public const long EpochUnixMs = 1_704_067_200_000;

    /// <summary>The most queues that fit in an id.</summary>
    public const int MaxQueues = 1 << QueueBits;

    private const int CounterBits = 14;
    private const int QueueBits = 8;
    private const long CounterMask = (1L << CounterBits) - 1;

    /// <summary>The id at a position of a queue's head; <paramref name="head"/> is <c>ms · 2^14 + counter</c>, without the queue.</summary>
    public static long Compose(long head, int queue) =>
        ((head >> CounterBits) << (CounterBits + QueueBits)) | ((long)queue << CounterBits) | (head & CounterMask);

    /// <summary>The head position inside an id: <c>ms · 2^14 + counter</c>.</summary>
    public static long Head(long id) => ((id >> (CounterBits + QueueBits)) << CounterBits) | (id & CounterMask);

    /// <summary>The first head position of a moment given in Unix milliseconds.</summary>
    public static long HeadAt(long unixMs) => (unixMs - EpochUnixMs) << CounterBits;

    /// <summary>The queue inside an id.</summary>
    public static int Queue(long id) => (int)(id >> CounterBits) & (MaxQueues - 1);

    /// <summary>The moment inside an id, in Unix milliseconds.</summary>
    public static long UnixMs(long id) => (id >> (CounterBits + QueueBits)) + EpochUnixMs;

    /// <summary>The id as clients see it.</summary>
    public static string Format(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="Format"/> wrote; false for anything that is not a positive number in plain digits.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out long id) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id > 0;
}
