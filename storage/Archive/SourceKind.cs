namespace OrleansMixi.Archive;

/// <summary>What an id of an archive names, beside posts. The numbers are stored; never renumber.</summary>
public enum SourceKind
{
    Picture = 1,
    Album = 2,
}
