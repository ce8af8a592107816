using OrleansMixi.Friends;
using OrleansMixi.Live;
using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Notifications;

/// <summary>
/// Where slices put what has no entry in the log: requests, approvals, invitations. Call it after the commit of what it is
/// about. Idempotent by (member, kind, subject, actor).
/// </summary>
public sealed class NotificationBox(NotificationStore store, NotificationSwitches switches, EdgeStore edges, NoticeBell bell, TimeProvider time)
{
    private const int Turns = (1 << 14) - 1;
    private int _turn;

    /// <summary>Tells a member, unless the kind is switched off, a block lies between the two, or they are one.</summary>
    public async Task Add(int member, NotificationKind kind, long subject, int actor)
    {
        if (member == actor || (await switches.Off(member) & kind.Bit()) != 0 || (await edges.Between(member, Topic.User(actor)) & EdgeKinds.AnyBlock) != 0)
        {
            return;
        }

        if ((await store.Add([new(member, kind, subject, actor, 0, Now())])).Count > 0)
        {
            bell.Ring(member, NoticeKind.Notification);
        }
    }

    /// <summary>Takes it back: the request was answered or withdrawn.</summary>
    public async Task Remove(int member, NotificationKind kind, long subject, int actor)
    {
        if (await store.Remove(member, kind, subject, actor))
        {
            bell.Ring(member, NoticeKind.Notification);
        }
    }

    /// <summary>This moment as a position among log entries, not the same one twice in a millisecond.</summary>
    private long Now() => PostId.Compose(PostId.HeadAt(time.GetUtcNow().ToUnixTimeMilliseconds()) + (Interlocked.Increment(ref _turn) & Turns), 0);
}
