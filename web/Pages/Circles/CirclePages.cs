using OrleansMixi.Circles;
using OrleansMixi.Followers;
using OrleansMixi.Introductions;
using OrleansMixi.Members;
using OrleansMixi.Pages.Data;
using OrleansMixi.Timelines;

namespace OrleansMixi.Pages.Circles;

/// <summary>What the pages about friends, groups and followers read, from the same parts as the API.</summary>
internal sealed class CirclePages(
    CircleDesk circles, GroupReader reader, TimelineReader timelines, FollowerDesk followers, IntroductionDesk introductions, ViewerStore viewers, PageCards cards) : ICirclePages
{
    // Several parts of one page show them.
    private (int Member, Task<IReadOnlyList<GroupView>>? Groups) _known;

    public Task<IReadOnlyList<GroupView>> Groups(int member)
    {
        if (_known.Member != member || _known.Groups is null)
        {
            _known = (member, circles.Of(member));
        }

        return _known.Groups!;
    }

    public async Task<TimelineView?> Feed(int member, int group, string? before, int limit)
    {
        if ((await Groups(member)).All(mine => mine.Number != group))
        {
            return null;
        }

        var viewer = await viewers.Find(member);
        return await cards.Complete(viewer, await timelines.Home(await reader.Read(viewer, group, before, limit)));
    }

    public Task<IReadOnlyList<FollowRequestView>> FollowRequests(int member) => followers.Waiting(member);

    public Task<IReadOnlyList<OwnIntroductionView>> About(int member) => introductions.About(member);

    public Task<IReadOnlyList<OwnIntroductionView>> Written(int member) => introductions.By(member);
}
