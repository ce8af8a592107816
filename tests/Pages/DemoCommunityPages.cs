using OrleansMixi.Communities;
using OrleansMixi.Posts;
using OrleansMixi.Timelines;

namespace OrleansMixi.Pages;

/// <summary>The communities of the made-up town.</summary>
internal sealed class DemoCommunityPages : ICommunityPages
{
    private static readonly AuthorView Hanako = new("hanako", "花子🌸", false);
    private static readonly AuthorView Mia = new("mia", "Mia from Lisbon", false);
    private static readonly AuthorView Evil = new("evil", "<script>alert(1)</script>", false);

    private static readonly StandingView Founder =
        new(true, true, CommunityWords.Rights, false, false, null, false, true, true, null);

    private static readonly CommunityView Bento = new(
        "bento", "community:bento", "今日のお弁当", "毎日のお弁当を見せ合う、のんびりしたコミュニティです。冷凍食品も大歓迎。", "open", 46_120, "food", "public", "members", Hanako, null, [Mia]);

    private static readonly CommunityView Trains = new(
        "night-trains", "community:night-trains", "Night trains", "Sleeping through Europe.", "approval", 310, "travel", "listed", "staff", Mia, 12);

    public Task<CommunityShelf> Shelf(int viewer, CommunityQuery query) => Task.FromResult(new CommunityShelf(viewer == 0 ? [] : [Bento], viewer == 0 ? [] : [Trains], new([Bento, Trains], "20")));

    public Task<CommunityView?> Head(int viewer, string slug) => Task.FromResult(slug switch
    {
        "bento" => Bento with { Standing = viewer == 0 ? null : Founder },
        "night-trains" => Trains with { Standing = viewer == 0 ? null : new(false, false, [], false, false, new(null, "<b>spam</b>", DemoPageData.Noon, null, DemoPageData.Noon), false, false, false, null) },
        _ => null,
    });

    public async Task<IReadOnlyList<string>> Rights(int viewer, string slug) => (await Head(viewer, slug))?.Standing?.Rights ?? [];

    public Task<TimelineView?> Feed(int viewer, string slug, string? before, int limit) =>
        Task.FromResult(slug == "bento" ? new TimelineView([.. new DemoPageData().Items.Where(item => item.Post.Topic == "community:bento")], "next.page", "cursor-1") : null);

    public Task<ListView<BoardTopicView>?> Topics(int viewer, string slug, int offset) => Task.FromResult<ListView<BoardTopicView>?>(new(
        [new(Post(Hanako, "topic", "自己紹介はこちら", "はじめまして！お弁当歴十年の花子です。よろしくお願いします。"), true, DemoPageData.Noon), new(Post(Evil, "topic", "<i>title</i>", "<b>text</b>"), false, DemoPageData.Noon)], null));

    public Task<ListView<EventView>?> Events(int viewer, string slug, bool past, int offset) => Task.FromResult<ListView<EventView>?>(new([Party(false), Party(true)], "20"));

    public Task<EventView?> Event(int viewer, string slug, string id) => Task.FromResult<EventView?>(Party(false) with { Participants = [Hanako, Evil] });

    public async Task<ListView<EventView>> Calendar(int viewer, int offset) => (await Events(viewer, "bento", false, 0))!;

    public Task<ListView<CommunityPollView>?> Polls(int viewer, string slug, int offset) => Task.FromResult<ListView<CommunityPollView>?>(new(
        [new(Post(Hanako, "poll", null, "卵焼きは甘い派？しょっぱい派？"), DemoPageData.Noon, false, null, [new(1, "甘い", null), new(2, "しょっぱい", null)], null),
         new(Post(Hanako, "poll", null, "Rice or bread?"), DemoPageData.Noon, false, 2, [new(1, "Rice", 30), new(2, "<b>Bread</b>", 10)], 40)], null));

    public async Task<CommunityPollView?> Poll(int viewer, string slug, string id) => (await Polls(viewer, slug, 0))!.Items[0];

    public Task<ListView<MemberInView>?> Members(int viewer, string slug, int offset) => Task.FromResult<ListView<MemberInView>?>(new(
        [new(Hanako, true, CommunityWords.Rights), new(Mia, false, ["remove"]), new(Evil, false, [])], null));

    public async Task<IReadOnlyList<MemberInView>> Staff(int viewer, string slug) => [.. (await Members(viewer, slug, 0))!.Items.Take(2)];

    public Task<IReadOnlyList<AuthorView>> Waiting(int viewer, string slug) => Task.FromResult<IReadOnlyList<AuthorView>>([Mia]);

    public Task<IReadOnlyList<BarView>?> Bars(int viewer, string slug) => Task.FromResult<IReadOnlyList<BarView>?>([new(Evil, "<i>rude</i>", null, Hanako, DemoPageData.Noon)]);

    public Task<ListView<DeedView>?> Deeds(int viewer, string slug, string? before) => Task.FromResult<ListView<DeedView>?>(new(
        [new("3", DemoPageData.Noon, Hanako, "barred", Evil, null, "<i>rude</i>", [new("until", null, "forever")], null, false),
         new("2", DemoPageData.Noon, Hanako, "settings", null, null, null, [new("title", "お弁当", "今日のお弁当")], "1", false),
         new("1", DemoPageData.Noon, Hanako, "removed", Evil, "42", "off topic", [new("removed", "no", "yes")], null, true)], "1"));

    public Task<IReadOnlyList<CommunityView>> Related(int viewer, string slug) => Task.FromResult<IReadOnlyList<CommunityView>>([Trains]);

    private static EventView Party(bool cancelled) => new(
        Post(Hanako, "event", "お花見弁当の会", "満開の桜の下で、お弁当を持ち寄りましょう。"), DemoPageData.Noon, "2026-04-01T21:00", "Asia/Tokyo", "港の見える丘公園", 20, 12, cancelled, false, cancelled);

    private static PostView Post(AuthorView author, string kind, string? title, string text) =>
        DemoPageData.Item(author, "community:bento", text, 30, "community:bento", title).Post with { Kind = kind };
}
