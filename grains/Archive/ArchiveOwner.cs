using OrleansMixi.Members;

namespace OrleansMixi.Archive;

/// <summary>Whose archive is written or read.</summary>
/// <param name="Row">The account.</param>
public sealed record ArchiveOwner(MemberRow Row)
{
    /// <summary>The member's number.</summary>
    public int Member => Row.Number;

    /// <summary>While reading: the files beside the lines; null where there are none.</summary>
    public ArchiveFolder? Folder { get; internal set; }

    /// <summary>While reading: under which number each friend group of the archive stands here.</summary>
    public Dictionary<int, int> Groups { get; } = [];
}
