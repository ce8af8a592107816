namespace OrleansMixi.Members;

/// <summary>What a member may do for the town. The numbers are stored; never renumber.</summary>
public enum MemberRole
{
    /// <summary>What everyone may.</summary>
    Member = 0,

    /// <summary>Grants plans, approves newcomers, moderates.</summary>
    Administrator = 1,
}
