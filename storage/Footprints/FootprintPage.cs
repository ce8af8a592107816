namespace OrleansMixi.Footprints;

/// <summary>Some footprints, newest first.</summary>
/// <param name="Items">Those that the viewer may see.</param>
/// <param name="Next">Before which moment to go on; null at the end.</param>
public sealed record FootprintPage(IReadOnlyList<Footprint> Items, long? Next);
