namespace OrleansMixi.Communities;

/// <summary>What a moderator may do; the founder may do everything. The bits are stored; never renumber.</summary>
[Flags]
public enum CommunityRights
{
    None = 0,

    /// <summary>Let members in, decline and invite them.</summary>
    Approve = 1,

    /// <summary>Take posts out of sight.</summary>
    Remove = 2,

    /// <summary>Bar members.</summary>
    Bar = 4,

    /// <summary>Change the settings.</summary>
    Settings = 8,

    /// <summary>Write on the board where only staff may, pin topics, cancel events.</summary>
    Board = 16,

    /// <summary>All of them.</summary>
    All = Approve | Remove | Bar | Settings | Board,
}
