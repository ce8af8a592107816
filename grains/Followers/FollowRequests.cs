using OrleansMixi.Live;
using OrleansMixi.Notifications;

namespace OrleansMixi.Followers;

/// <summary>Requests to follow a locked account, and what its member is told of them.</summary>
internal sealed class FollowRequests(FollowRequestStore store, NotificationBox box, NoticeBell bell)
{
    public async Task Ask(int follower, int member)
    {
        await store.Add(follower, member);
        await box.Add(member, NotificationKind.FollowRequest, follower, follower);
        bell.Ring(member, NoticeKind.Request);
    }

    /// <summary>It was answered or taken back, or there is no longer anything to ask.</summary>
    public async Task End(int follower, int member)
    {
        await store.Remove(follower, member);
        await box.Remove(member, NotificationKind.FollowRequest, follower, follower);
    }
}
