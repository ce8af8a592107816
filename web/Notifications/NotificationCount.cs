namespace OrleansMixi.Notifications;

/// <summary>How many notifications are unread.</summary>
/// <param name="Unread">Counted up to 100.</param>
public sealed record NotificationCount(int Unread);
