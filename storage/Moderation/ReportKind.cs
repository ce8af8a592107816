namespace OrleansMixi.Moderation;

/// <summary>What can be reported. The numbers are stored; never renumber.</summary>
public enum ReportKind
{
    Post = 1,
    Member = 2,
    Community = 3,
}
