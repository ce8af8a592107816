namespace OrleansMixi.Timelines;

/// <summary>What lies behind the ids that were read from a ring.</summary>
internal enum RingRest
{
    /// <summary>Nothing: history ends here.</summary>
    Nothing,

    /// <summary>More ids of the ring.</summary>
    InRing,

    /// <summary>History in the database.</summary>
    InHistory,
}
