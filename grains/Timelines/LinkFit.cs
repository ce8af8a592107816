namespace OrleansMixi.Timelines;

/// <summary>How a batch of the log fits onto what was applied.</summary>
internal enum LinkFit
{
    /// <summary>It was applied, wholly or the part that was new.</summary>
    Applied,

    /// <summary>Nothing in it is new.</summary>
    Old,

    /// <summary>Something before it is missing; nothing was applied.</summary>
    Hole,
}
