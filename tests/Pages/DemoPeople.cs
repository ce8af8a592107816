using OrleansMixi.Circles;
using OrleansMixi.Followers;
using OrleansMixi.Introductions;
using OrleansMixi.Mutes;
using OrleansMixi.Pages.Circles;
using OrleansMixi.Pages.Mutes;
using OrleansMixi.Pages.Profiles;
using OrleansMixi.Posts;
using OrleansMixi.Profiles;
using OrleansMixi.Timelines;

namespace OrleansMixi.Pages;

/// <summary>The made-up town's profiles and friends.</summary>
internal sealed class DemoPeople : IProfilePages, ICirclePages, IMutePages
{
    private static readonly AuthorView Hanako = new("hanako", "花子🌸", false);
    private static readonly AuthorView Ken = new("ken_t", "けんたろう", false);
    private static readonly AuthorView Evil = new("evil", "<script>alert(1)</script>", false);

    public Task<ProfileView> Of(int viewer, string handle) => Task.FromResult(ProfileView.Empty with
    {
        Introduction = handle == "evil" ? "<img src=x onerror=alert(1)>" : "お弁当と写真と、ときどき日記。",
        Interests = ["お弁当", "<b>film</b>"],
        Birthday = "02-29",
        Area = "<script>alert(1)</script>",
        Introductions = [new(Ken, "朝のパン屋さんで会う、笑顔の人です。", DemoPageData.Noon), new(Evil, "<script>alert(1)</script>", DemoPageData.Noon)],
        Theme = handle == "mia" ? "umi" : null,
    });

    public Task<OwnProfileView> Own(int member) => Task.FromResult(new OwnProfileView(
        new("お弁当と写真と、ときどき日記。", "everyone"), new(["お弁当", "映画"], "friends"), new("05-08", "me"), new("港町", "group:1"), new(null, "everyone"), true, "sakura", null, ProfileView.Empty.Sections));

    public Task<bool> MayLook(int member) => Task.FromResult(true);

    public Task<IReadOnlyList<GroupView>> Groups(int member) =>
        Task.FromResult<IReadOnlyList<GroupView>>([new(0, "", "close", [Ken]), new(1, "<i>山</i>の会", "group:1", [Ken, Evil])]);

    public Task<TimelineView?> Feed(int member, int group, string? before, int limit) => Task.FromResult<TimelineView?>(group > 1 ? null : new([], null, "cursor-1"));

    public Task<IReadOnlyList<FollowRequestView>> FollowRequests(int member) => Task.FromResult<IReadOnlyList<FollowRequestView>>([new(Evil, DemoPageData.Noon)]);

    public Task<IReadOnlyList<OwnIntroductionView>> About(int member) =>
        Task.FromResult<IReadOnlyList<OwnIntroductionView>>([new(Hanako, Evil, "<script>alert(1)</script>", DemoPageData.Noon, false), new(Hanako, Ken, "笑顔の人", DemoPageData.Noon, true)]);

    public Task<IReadOnlyList<OwnIntroductionView>> Written(int member) => Task.FromResult<IReadOnlyList<OwnIntroductionView>>([new(Ken, Hanako, "パンの人", DemoPageData.Noon, false)]);

    Task<IReadOnlyList<MuteRow>> IMutePages.Of(int member) => Task.FromResult<IReadOnlyList<MuteRow>>(
    [
        new(new(3, "word", "<b>spoiler</b>", "home", DemoPageData.Noon.AddDays(3), DemoPageData.Noon), null),
        new(new(2, "post", "8999999999999999939", "everywhere", null, DemoPageData.Noon), new DemoPageData().Items[4].Post),
        new(new(1, "topic", "community:bento", "everywhere", null, DemoPageData.Noon), null),
    ]);

    public Task<MutePreview> Preview(int member, MuteRequest request) =>
        Task.FromResult(new MutePreview(7, 212, 3, true, [.. new DemoPageData().Items.Take(5).Select(item => item.Post)]));
}
