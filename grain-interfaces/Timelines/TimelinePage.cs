namespace OrleansMixi.Timelines;

/// <summary>Ids of a timeline, newest first, and the vector they were taken at.</summary>
/// <param name="Vector">The last id applied per queue.</param>
/// <param name="Ids">Post ids, falling.</param>
/// <param name="End">Whether history ends here.</param>
[GenerateSerializer, Immutable, Alias("mixi.TimelinePage")]
public sealed record TimelinePage([property: Id(0)] long[] Vector, [property: Id(1)] long[] Ids, [property: Id(2)] bool End);
