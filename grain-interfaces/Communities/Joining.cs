namespace OrleansMixi.Communities;

/// <summary>How one becomes a member of a community. The numbers are stored; never renumber.</summary>
public enum Joining : byte
{
    Open = 1,
    Approval = 2,
    Invitation = 3,
}
