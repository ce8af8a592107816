namespace OrleansMixi.Archive;

/// <summary>What a job does. The numbers are stored; never renumber.</summary>
public enum ArchiveJobKind
{
    Export = 1,
    Import = 2,
}
