namespace OrleansMixi.Archive;

/// <summary>Where a job stands. The numbers are stored; never renumber. Those below <see cref="Done"/> exclude a second job of the member.</summary>
public enum ArchiveJobState
{
    /// <summary>The file is being uploaded.</summary>
    Receiving = 0,

    /// <summary>Its turn comes.</summary>
    Waiting = 1,

    /// <summary>A host works at it.</summary>
    Running = 2,

    Done = 3,
    Failed = 4,
}
