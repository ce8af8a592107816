namespace OrleansMixi.Notifications;

/// <summary>Somebody behind a notification, as stored.</summary>
internal sealed class ActorRow
{
    public NotificationKind Kind { get; set; }

    public long Subject { get; set; }

    public int Actor { get; set; }

    public long Post { get; set; }
}
