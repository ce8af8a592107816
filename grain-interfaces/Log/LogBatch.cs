namespace OrleansMixi.Log;

/// <summary>
/// A link of a queue's chain: every entry of the queue with <c>From &lt; id ≤ To</c>, in id order, possibly none. A reader
/// whose position is not <see cref="From"/> knows that it has missed or already seen something.
/// </summary>
[GenerateSerializer, Immutable, Alias("mixi.LogBatch")]
public sealed record LogBatch(
    [property: Id(0)] int Queue,
    [property: Id(1)] long From,
    [property: Id(2)] long To,
    [property: Id(3)] ActivityHeader[] Entries);
