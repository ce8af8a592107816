namespace OrleansMixi.Communities;

/// <summary>What staff did, as the log of a community keeps it. The numbers are stored; never renumber.</summary>
public enum CommunityAction
{
    /// <summary>A member who asked was let in.</summary>
    Approved = 1,

    /// <summary>A request to come in was declined.</summary>
    Declined = 2,

    /// <summary>A member was invited.</summary>
    Invited = 3,

    /// <summary>A moderator was named, dismissed, or given other rights.</summary>
    Staff = 4,

    /// <summary>A member was barred.</summary>
    Barred = 5,

    /// <summary>A bar was lifted.</summary>
    Unbarred = 6,

    /// <summary>A post was taken out of sight.</summary>
    Removed = 7,

    /// <summary>A removed post was given back.</summary>
    Restored = 8,

    /// <summary>Settings were changed.</summary>
    Settings = 9,

    /// <summary>A topic was pinned, or is no longer.</summary>
    Pinned = 10,

    /// <summary>An event was called off, or takes place after all.</summary>
    Cancelled = 11,

    /// <summary>Somebody else is at the head now.</summary>
    HandedOver = 12,

    /// <summary>An approval or invitation was taken back.</summary>
    PutOut = 13,
}
