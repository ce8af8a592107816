namespace OrleansMixi.Log;

/// <summary>What binds a member to a topic. The bits are stored; never renumber.</summary>
[Flags]
public enum EdgeKind : byte
{
    /// <summary>Nothing: the edge is gone.</summary>
    None = 0,

    /// <summary>The topic's posts come into the member's timeline.</summary>
    Follow = 1,

    /// <summary>Mutual friendship; the other member holds the mirror edge.</summary>
    Friend = 2,

    /// <summary>Membership of a community.</summary>
    Member = 4,

    /// <summary>The member wants nothing to do with the other one. What else binds them rests until it ends.</summary>
    Block = 8,

    /// <summary>The other side of <see cref="Block"/>.</summary>
    Blocked = 16,
}
