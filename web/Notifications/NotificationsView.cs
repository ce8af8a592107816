namespace OrleansMixi.Notifications;

/// <summary>A page of notifications.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Next">What to give as <c>before</c> for the following page; null where they end.</param>
public sealed record NotificationsView(IReadOnlyList<NotificationView> Items, string? Next);
