using OrleansMixi.Circles;
using OrleansMixi.Followers;
using OrleansMixi.Introductions;
using OrleansMixi.Timelines;

namespace OrleansMixi.Pages.Circles;

/// <summary>What the pages about friends, groups and followers read; all of it is only for the member who asks.</summary>
public interface ICirclePages
{
    /// <summary>The close friends (number 0), then the groups by name.</summary>
    Task<IReadOnlyList<GroupView>> Groups(int member);

    /// <summary>What the friends of a group wrote; null if there is no such group.</summary>
    Task<TimelineView?> Feed(int member, int group, string? before, int limit);

    /// <summary>Who would like to follow the member's locked account.</summary>
    Task<IReadOnlyList<FollowRequestView>> FollowRequests(int member);

    /// <summary>What friends wrote about the member: what waits first.</summary>
    Task<IReadOnlyList<OwnIntroductionView>> About(int member);

    /// <summary>What the member wrote about friends.</summary>
    Task<IReadOnlyList<OwnIntroductionView>> Written(int member);
}
