namespace OrleansMixi.Notifications;

/// <summary>A notification as stored, without those who did it.</summary>
public sealed class NotificationRow
{
    /// <summary>What happened.</summary>
    public NotificationKind Kind { get; set; }

    /// <summary>To what.</summary>
    public long Subject { get; set; }

    /// <summary>When it last happened, spelled like a log entry's id.</summary>
    public long At { get; set; }

    /// <summary>Up to when it was read.</summary>
    public long Seen { get; set; }
}
