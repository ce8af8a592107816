namespace OrleansMixi.Archive;

/// <summary>
/// One file of an archive: how it is written and how it is read again. A slice that keeps something of a member's own
/// registers a part; the order of registration is the order of import. See docs/archive-format.md.
/// </summary>
public interface IArchivePart
{
    /// <summary>The file's name without <c>.jsonl</c>.</summary>
    string Name { get; }

    /// <summary>
    /// The lines in the order of their keys, compared ordinally. Lines whose keys agree up to the first <c>|</c> may come in
    /// any order. Nothing but what the member wrote or chose, and what the member may still see.
    /// </summary>
    IAsyncEnumerable<ArchiveLine> Write(ArchiveOwner owner);

    /// <summary>Takes lines in, one outcome for each; what is here already changes nothing. Never throws for what a line holds.</summary>
    Task<IReadOnlyList<LineOutcome>> Read(ArchiveOwner owner, IReadOnlyList<byte[]> lines);
}
