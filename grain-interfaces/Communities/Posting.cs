namespace OrleansMixi.Communities;

/// <summary>Who may begin topics, announce events and ask polls. The numbers are stored; never renumber.</summary>
public enum Posting : byte
{
    Members = 1,
    Staff = 2,
}
