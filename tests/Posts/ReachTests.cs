using OrleansMixi.Log;
using OrleansMixi.Mutes;

namespace OrleansMixi.Posts;

public sealed class ReachTests
{
    private const int Me = 1;
    private const int Taro = 2;
    private const int Hanako = 3;
    private static readonly Topic Community = Topic.Community(7);

    [Fact]
    public void A_post_comes_through_each_topic_that_leads_to_it()
    {
        Assert.Equal([new(ReachKind.Follow, Topic.User(Taro))], Shown(Following(Topic.User(Taro)), By(Taro)));
        Assert.Equal([new(ReachKind.Friend, Topic.User(Taro))], Shown(Following(Topic.User(Taro)) with { Friends = new HashSet<int> { Taro } }, By(Taro)));
        Assert.Equal([new(ReachKind.Own, Topic.User(Me))], Shown(Following(), By(Me)));
        Assert.Equal([new(ReachKind.Member, Community)], Shown(Following(Community), By(Taro, Community)));
        Assert.Equal([new(ReachKind.Member, Community), new(ReachKind.Own, Topic.User(Me))], Shown(Following(Community), By(Me, Community)));
        Assert.Equal([new(ReachKind.Follow, Topic.News(2))], Shown(Following(Topic.News(2)), By(Taro, Topic.News(2))));
        Assert.Equal([new(ReachKind.Thread, Topic.Thread(1L << 50))], Shown(Following(Topic.Thread(1L << 50)), By(Taro, Topic.Thread(1L << 50))));
    }

    [Fact]
    public void What_nothing_leads_to_is_not_followed()
    {
        Assert.Equal(HomeRule.NotFollowed, Of(Following(Topic.User(Hanako)), By(Taro)).Rule);
        Assert.Empty(Of(Following(), By(Taro)).Reasons);
    }

    [Fact]
    public void What_was_published_silently_is_in_no_home_not_even_in_the_authors()
    {
        Assert.Equal(HomeRule.Silent, Of(Following(Topic.User(Taro)), By(Taro, flags: ActivityFlags.Silent)).Rule);
        Assert.Equal(HomeRule.Silent, Of(Following(), By(Me, flags: ActivityFlags.Silent)).Rule);
    }

    [Fact]
    public void Bots_are_kept_out_by_the_readers_switch()
    {
        var reader = Following(Topic.User(Taro));
        Assert.True(Of(reader, By(Taro, flags: ActivityFlags.Bot)).Shown);
        Assert.Equal(HomeRule.Bots, Of(reader with { HideBots = true }, By(Taro, flags: ActivityFlags.Bot)).Rule);
        Assert.True(Of(Following() with { HideBots = true }, By(Me, flags: ActivityFlags.Bot)).Shown);
    }

    [Theory]
    [InlineData(MuteKind.Member, "2", HomeRule.Member)]
    [InlineData(MuteKind.Word, "rain", HomeRule.Word)]
    [InlineData(MuteKind.Language, "en", HomeRule.Language)]
    [InlineData(MuteKind.Post, "500", HomeRule.Hidden)]
    public void Each_mute_names_itself_and_spares_own_posts(MuteKind kind, string value, HomeRule rule)
    {
        var muted = MuteSet.Of([new(1, kind, value, MuteScope.Home, 0, 0)], 1);
        var away = Of(Following(Topic.User(Taro)) with { Mutes = muted }, By(Taro));
        Assert.Equal((rule, false), (away.Rule, away.Shown));
        Assert.Equal([new(ReachKind.Follow, Topic.User(Taro))], away.Reasons);
        Assert.True(Of(Following() with { Mutes = muted }, By(Me)).Shown);
    }

    [Fact]
    public void A_muted_topic_names_itself()
    {
        var muted = MuteSet.Of([new(1, MuteKind.Topic, Community.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), MuteScope.Everywhere, 0, 0)], 1);
        Assert.Equal(HomeRule.Topic, Of(Following(Community) with { Mutes = muted }, By(Taro, Community)).Rule);
    }

    [Fact]
    public void A_mute_that_is_over_keeps_nothing_out() =>
        Assert.True(Of(Following(Topic.User(Taro)) with { Mutes = MuteSet.Of([new(1, MuteKind.Member, "2", MuteScope.Home, 50, 0)], 60) }, By(Taro)).Shown);

    [Fact]
    public void A_story_is_there_once_by_itself_or_by_its_first_share()
    {
        var story = By(9, id: 400);
        var first = Share(story, Taro, 500);
        var second = Share(story, Hanako, 600);
        var exposure = new Exposure(Story: new(story.Header, null, [new(500, Taro), new(600, Hanako)], story.Body));
        var reader = Following(Topic.User(Taro), Topic.User(Hanako));
        Assert.True(Reach.Of(reader, first, exposure, []).Shown);
        Assert.Equal(HomeRule.Story, Reach.Of(reader, second, exposure, []).Rule);
        Assert.Equal(HomeRule.Story, Reach.Of(Following(Topic.User(Taro), Topic.User(9)), first, exposure, []).Rule);

        var through = Reach.Of(reader, story, null, [(first, exposure), (second, exposure)]);
        Assert.Equal([new(ReachKind.Share, Topic.User(Taro))], through.Reasons);
        Assert.True(through.Shown);
    }

    [Fact]
    public void A_share_by_somebody_muted_brings_nothing()
    {
        var story = By(9, id: 400);
        var share = Share(story, Taro, 500);
        var exposure = new Exposure(Story: new(story.Header, null, [new(500, Taro)], story.Body));
        var reader = Following(Topic.User(Taro)) with { Mutes = MuteSet.Of([new(1, MuteKind.Member, "2", MuteScope.Home, 0, 0)], 1) };
        Assert.Equal(HomeRule.NotFollowed, Reach.Of(reader, story, null, [(share, exposure)]).Rule);
    }

    private static IReadOnlyList<ReachReason> Shown(Viewer viewer, Post post)
    {
        var reach = Of(viewer, post);
        Assert.True(reach.Shown);
        return reach.Reasons;
    }

    private static Reach Of(Viewer viewer, Post post) => Reach.Of(viewer, post, null, []);

    private static Viewer Following(params Topic[] topics) =>
        new(Me, new HashSet<int>(), topics.Select(topic => topic.Value).ToHashSet(), topics.Where(topic => topic.Kind == TopicKind.Community).Select(topic => topic.Value).ToHashSet(), false);

    private static Post By(int author, Topic? topic = null, ActivityFlags flags = ActivityFlags.None, long id = 500) =>
        new(new(id, (topic ?? Topic.User(author)).Value, 0, author, author, ActivityKind.Post, Audience.Everyone, flags, EdgeKind.None), new(PostForm.Voice, null, "Rain all day", "en", null), 0, 0);

    private static Post Share(Post story, int author, long id) =>
        By(author, flags: ActivityFlags.Share, id: id) with { Header = By(author, flags: ActivityFlags.Share, id: id).Header with { Target = story.Id } };
}
