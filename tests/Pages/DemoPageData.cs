using System.Security.Claims;
using OrleansMixi.Communities;
using OrleansMixi.News;
using OrleansMixi.Pages.Data;
using OrleansMixi.Posts;
using OrleansMixi.Timelines;

namespace OrleansMixi.Pages;

/// <summary>A small made-up town behind the pages.</summary>
internal sealed class DemoPageData : IPageData
{
    public static readonly DateTimeOffset Noon = new(2026, 5, 8, 3, 4, 0, TimeSpan.Zero);
    private static readonly AuthorView Hanako = new("hanako", "花子🌸", false);
    private static readonly AuthorView Ken = new("ken_t", "けんたろう", false);
    private static readonly AuthorView Mia = new("mia", "Mia from Lisbon", false);
    private static readonly AuthorView Sports = new("sports-desk", "Sports desk", true);
    private static readonly AuthorView Evil = new("evil", "<script>alert(1)</script>", false);

    /// <summary>Everything that feeds show, newest first.</summary>
    public List<TimelineItem> Items { get; } =
    [
        Item(Ken, "community:bento", "今日のお弁当は鶏の照り焼きと菜の花のおひたし。菜の花がほろ苦くて春の味でした🍱 @hanako も作ってみて！", 2, "community:bento"),
        Item(Sports, "news:sports", "The home team turned the game in the last nine minutes with three goals in front of 41,000 people.", 9, "news:sports", title: "Late comeback in the spring derby", link: "https://news.example/derby"),
        Item(Mia, "user:mia", "First swim of the year! The water was 16 °C and I regret nothing. Photos later: https://example.org/swim?day=1.", 25, "user:mia"),
        Item(Hanako, "user:hanako", "商店街の古い喫茶店、来月で閉店だそうです。\n最後にもう一度、あのプリンを食べに行かなくちゃ。", 47, "user:hanako", audience: "friends", edited: true),
        Item(Evil, "user:evil", "<img src=x onerror=alert(1)> \"quotes\" & <b>bold</b> javascript:alert(1)", 61, "user:evil"),
        Item(Ken, "user:ken_t", "始発の電車、窓の外がぜんぶ桜。今日は良い日になりそう。", 95, "user:ken_t"),
        Item(Sports, "news:technology", string.Concat(Enumerable.Repeat("研究チームは、消費電力を従来の十分の一に抑えた新しい半導体を発表した。", 12)), 140, "news:technology", title: "消費電力を十分の一にする半導体", link: "https://news.example/chip"),
    ];

    public static TimelineItem Item(
        AuthorView author, string topic, string text, int minutesAgo, string reason, string? title = null, string? link = null, string audience = "everyone", bool edited = false)
    {
        var at = Noon.AddMinutes(-minutesAgo);
        var post = new PostView(
            (9_000_000_000_000_000_000 - minutesAgo).ToString(System.Globalization.CultureInfo.InvariantCulture), author, topic, title is null ? "voice" : "news", title, text, audience,
            null, link, at, edited ? at.AddMinutes(3) : null);
        return new(post, [reason]);
    }

    public Task<PageMember?> Me(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Identity?.Name is { } handle ? new PageMember(1, handle, "花子🌸", 2) : null);

    public Task<TimelineView> Home(int viewer, string? before, int limit, CancellationToken cancellationToken) => Task.FromResult(View(_ => true, limit));

    public Task<TimelineView?> Feed(int viewer, TopicName topic, string? before, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<TimelineView?>(View(item => item.Post.Topic == topic.ToString(), limit));

    public Task<TimelineView> News(int viewer, string? before, int limit, CancellationToken cancellationToken) =>
        Task.FromResult(View(item => item.Post.Topic.StartsWith("news:", StringComparison.Ordinal), limit));

    public Task<TopicCard?> Topic(int viewer, TopicName topic, CancellationToken cancellationToken) => Task.FromResult(topic.ToString() switch
    {
        "user:ken_t" => new TopicCard(topic, Ken.Nickname, "駅前でパン屋をやっています。朝が早い分、夕方には眠いです。 https://pan.example", 1_284, Relation.Follows),
        "user:mia" => new TopicCard(topic, Mia.Nickname, "Sea, film cameras, bad puns.", 88, Relation.FriendAsks),
        "user:hanako" => new TopicCard(topic, Hanako.Nickname, "お弁当と写真と、ときどき日記。", 132, viewer == 1 ? Relation.Self : Relation.None),
        "user:evil" => new TopicCard(topic, Evil.Nickname, "<b>hi</b>", 0, Relation.None),
        "community:bento" => new TopicCard(topic, "今日のお弁当", "毎日のお弁当を見せ合う、のんびりしたコミュニティです。冷凍食品も大歓迎。", 46_120, Relation.Member, Joining: Joining.Open),
        "community:night-trains" => new TopicCard(topic, "Night trains", "Sleeping through Europe.", 310, Relation.None, Joining: Joining.Approval),
        _ when topic.Kind == TopicKind.News && NewsCategory.Number(topic.Name) > 0 => new TopicCard(topic, "", "", 20_417, Relation.None),
        _ => null,
    });

    public Task<TimelineItem?> Post(int viewer, long post, CancellationToken cancellationToken) =>
        Task.FromResult(Items.FirstOrDefault(item => item.Post.Id == post.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public async Task<IReadOnlyList<TopicCard>> Following(int viewer, CancellationToken cancellationToken) =>
    [
        (await Topic(viewer, new(TopicKind.User, "ken_t"), cancellationToken))!,
        (await Topic(viewer, new(TopicKind.Community, "bento"), cancellationToken))!,
        (await Topic(viewer, new(TopicKind.News, "sports"), cancellationToken))! with { Relation = Relation.Follows },
    ];

    public async Task<CommunityLists> Communities(int viewer, CancellationToken cancellationToken) => new(
        [(await Topic(viewer, new(TopicKind.Community, "bento"), cancellationToken))!],
        [(await Topic(viewer, new(TopicKind.Community, "night-trains"), cancellationToken))!]);

    public Task<FriendLists> Friends(int viewer, CancellationToken cancellationToken) =>
        Task.FromResult(new FriendLists([new(Mia, "We met at the film club, remember?", Noon), new(Evil, "<i>let me in</i>", Noon)], [Ken]));

    public Task<IReadOnlyList<AuthorView>> Blocked(int viewer, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AuthorView>>([Evil]);

    public Task<OwnSettings> Settings(int viewer, CancellationToken cancellationToken) => Task.FromResult(new OwnSettings("花子🌸", true, "お弁当と写真と、ときどき日記。"));

    public Task<IReadOnlyList<OwnToken>> Tokens(int viewer, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OwnToken>>([new(1, "Weather bot", ["read", "post"], Noon)]);

    public Task<IReadOnlyList<OwnInvitation>> Invitations(int viewer, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OwnInvitation>>([new(Noon, Noon.AddDays(7), null), new(Noon, Noon.AddDays(7), "ken_t")]);

    public Task<IReadOnlyList<AuthorView>> DemoMembers(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AuthorView>>([Hanako, Ken, Mia]);

    private TimelineView View(Func<TimelineItem, bool> wanted, int limit)
    {
        var items = Items.Where(wanted).Take(limit).ToList();
        return new(items, items.Count > 0 ? "next.page" : null, "cursor-1");
    }
}
