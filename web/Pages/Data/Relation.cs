namespace OrleansMixi.Pages.Data;

/// <summary>What binds the viewer to a topic.</summary>
[Flags]
public enum Relation
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The viewer's own topic.</summary>
    Self = 1,

    /// <summary>Its posts come into the viewer's timeline.</summary>
    Follows = 2,

    /// <summary>The viewer belongs to this community.</summary>
    Member = 4,

    /// <summary>The viewer asked to come into this community, or to follow this member, and waits.</summary>
    JoinRequested = 8,

    /// <summary>The viewer and this member are friends.</summary>
    Friend = 16,

    /// <summary>The viewer asked this member to become friends.</summary>
    FriendRequested = 32,

    /// <summary>This member asked the viewer to become friends.</summary>
    FriendAsks = 64,
}
