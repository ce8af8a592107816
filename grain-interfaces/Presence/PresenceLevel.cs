namespace OrleansMixi.Presence;

/// <summary>How lately a member was active; nothing more exact is ever told.</summary>
public enum PresenceLevel : byte
{
    /// <summary>Not this week, not to be known, or not to be known by this viewer.</summary>
    Unknown = 0,

    /// <summary>At this time.</summary>
    Now = 1,

    /// <summary>On this day.</summary>
    Today = 2,

    /// <summary>Within seven days.</summary>
    Week = 3,
}
