namespace OrleansMixi.Notifications;

/// <summary>Something that a member is to be told.</summary>
/// <param name="Member">Who is told.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Subject">To what, see <see cref="NotificationKind"/>.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Post">What that one wrote; 0 if it is no post.</param>
/// <param name="At">The log entry behind it, or a moment spelled like one.</param>
public sealed record NewNotification(int Member, NotificationKind Kind, long Subject, int Actor, long Post, long At);
