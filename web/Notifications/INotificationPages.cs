namespace OrleansMixi.Notifications;

/// <summary>What pages read and do about a member's notifications.</summary>
public interface INotificationPages
{
    /// <summary>A page, newest first.</summary>
    Task<NotificationsView> Page(int member, string? before, int limit);

    /// <summary>How many are unread, counted up to 100.</summary>
    Task<int> Unread(int member);

    /// <summary>Marks one as read.</summary>
    Task Read(int member, string id);

    /// <summary>Marks everything as read, or everything up to a moment.</summary>
    Task ReadAll(int member, DateTimeOffset? upTo);

    /// <summary>The kinds that are switched off.</summary>
    Task<IReadOnlyList<NotificationKind>> Off(int member);

    /// <summary>Switches these kinds off and all others on.</summary>
    Task Switch(int member, IEnumerable<NotificationKind> off);
}
