namespace OrleansMixi.Live;

/// <summary>What a notice says has changed for a member. The numbers are stored; never renumber.</summary>
public enum NoticeKind : byte
{
    /// <summary>There is a new notification, or one was read.</summary>
    Notification = 1,

    /// <summary>A conversation has something new.</summary>
    Message = 2,

    /// <summary>Somebody left a footprint.</summary>
    Footprint = 3,

    /// <summary>Somebody asks for something: friendship, to follow, to come in.</summary>
    Request = 4,
}
