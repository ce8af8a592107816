using OrleansMixi.Log;

namespace OrleansMixi.Live;

/// <summary>Where a registered reader stands.</summary>
/// <param name="Epoch">The shard activation's epoch; a higher one is a newer activation.</param>
/// <param name="Vector">The last id applied per queue: everything up to it is in <paramref name="Missed"/> or was seen before.</param>
/// <param name="Missed">What happened since the reader's cursor, oldest first.</param>
/// <param name="Reset">History does not reach back to the cursor, or is too long: the reader starts anew at <paramref name="Vector"/>.</param>
[GenerateSerializer, Immutable, Alias("mixi.WatchReply")]
public sealed record WatchReply(
    [property: Id(0)] long Epoch,
    [property: Id(1)] long[] Vector,
    [property: Id(2)] ActivityHeader[] Missed,
    [property: Id(3)] bool Reset);
