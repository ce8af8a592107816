using OrleansMixi.Live;
using OrleansMixi.Log;

namespace OrleansMixi.Notifications;

/// <summary>A member's notifications for API and pages.</summary>
internal sealed class NotificationDesk(NotificationShelf shelf, NotificationStore store, NotificationSwitches switches, NoticeBell bell) : INotificationPages
{
    private const long LastMs = PostId.EpochUnixMs + (1L << 41) - 1;

    public async Task<NotificationsView> Page(int member, string? before, int limit)
    {
        var (items, next) = await shelf.Page(member, NotificationWords.Before(before), limit);
        return new([.. items.Select(NotificationViews.Of)], next == 0 ? null : PostId.Format(next));
    }

    public Task<int> Unread(int member) => shelf.Unread(member);

    public async Task Read(int member, string id)
    {
        var (kind, subject) = NotificationWords.Read(id);
        Ring(member, await store.Read(member, kind, subject));
    }

    public async Task ReadAll(int member, DateTimeOffset? upTo) =>
        Ring(member, await store.ReadAll(member, upTo is { } moment ? Last(moment.ToUnixTimeMilliseconds()) : long.MaxValue));

    public async Task<IReadOnlyList<NotificationKind>> Off(int member)
    {
        var off = await switches.Off(member);
        return [.. NotificationKinds.All.Where(kind => (off & kind.Bit()) != 0)];
    }

    public async Task Switch(int member, IEnumerable<NotificationKind> off)
    {
        await switches.Keep(member, off.Aggregate(0L, (bits, kind) => bits | kind.Bit()));
        Ring(member, true);
    }

    /// <summary>The highest id that belongs to a millisecond; a moment beyond all ids is all of them.</summary>
    private static long Last(long unixMs) => unixMs >= LastMs ? long.MaxValue : PostId.Compose(PostId.HeadAt(unixMs + 1), 0) - 1;

    /// <summary>The member's other windows ask again.</summary>
    private void Ring(int member, bool changed)
    {
        if (changed)
        {
            bell.Ring(member, NoticeKind.Notification);
        }
    }
}
