using OrleansMixi.Log;
using OrleansMixi.Mutes;

namespace OrleansMixi.Posts;

/// <summary>What the reader wants, beyond what may be seen: bots, mutes, shares, and through what a post comes home.</summary>
public sealed class HomeRulesTests
{
    private const int Me = 1, Writer = 2, Sharer = 3, Other = 4;
    private const long Id = 1L << 50;
    private static readonly Topic Bento = Topic.Community(7);

    [Theory]
    [InlineData(false, ActivityFlags.None, Writer, true)]
    [InlineData(false, ActivityFlags.Bot, Writer, true)]
    [InlineData(true, ActivityFlags.None, Writer, true)]
    [InlineData(true, ActivityFlags.Silent, Writer, true)]
    [InlineData(true, ActivityFlags.Bot, Writer, false)]
    [InlineData(true, ActivityFlags.Bot, Me, true)]
    public void Who_hides_bots_sees_none_but_the_own_ones(bool hides, ActivityFlags flags, int author, bool shown) =>
        Assert.Equal(shown, Visibility.Shows(Reader() with { HideBots = hides }, Post(author, flags: flags)));

    [Fact]
    public void What_may_not_be_seen_is_not_shown_either_however_much_it_is_wanted() =>
        Assert.False(Visibility.Shows(Reader(Topic.User(Writer)), Post(Writer) with { Audience = Audience.Me }));

    [Fact]
    public void A_mute_hides_a_post_and_what_shows_it_but_never_the_own_words()
    {
        var reader = Reader() with { Mutes = MuteSet.Of([new(0, MuteKind.Word, "spoiler", MuteScope.Everywhere, 0, 0)], 0) };
        var (plain, loud) = (Body("rice"), Body("a spoiler"));
        var story = new Story(Post(Other), null, [], loud);
        Assert.True(Visibility.Wants(reader, new(Post(Writer), plain, 0, 0), home: false));
        Assert.False(Visibility.Wants(reader, new(Post(Writer), loud, 0, 0), home: false));
        Assert.True(Visibility.Wants(reader, new(Post(Me), loud, 0, 0), home: false));
        Assert.False(Visibility.Wants(reader, new(Post(Writer), plain, 0, 0), home: false, new(Story: story)));
        Assert.True(Visibility.Wants(reader, new(Post(Writer), plain, 0, 0), home: false, new(Story: story with { Body = plain })));
        Assert.True(Visibility.Wants(reader, new(Post(Writer), plain, 0, 0), home: false, new(Story: story with { Body = null })));
        Assert.True(Visibility.Wants(Reader(), new(Post(Writer), loud, 0, 0), home: false));
    }

    [Fact]
    public void What_is_muted_at_home_only_is_wanted_elsewhere()
    {
        var reader = Reader() with { Mutes = MuteSet.Of([new(0, MuteKind.Member, "2", MuteScope.Home, 0, 0)], 0) };
        Assert.False(Visibility.Wants(reader, new(Post(Writer), Body("rice"), 0, 0), home: true));
        Assert.True(Visibility.Wants(reader, new(Post(Writer), Body("rice"), 0, 0), home: false));
    }

    [Fact]
    public void A_share_is_new_unless_the_story_comes_by_itself_or_came_by_an_earlier_share()
    {
        var share = Post(Sharer, flags: ActivityFlags.Share) with { Id = Id + 10 };
        Exposure Shown(params StoryShare[] shares) => new(Story: new(Post(Writer), null, shares));
        Assert.True(Visibility.IsNew(Reader(), Post(Writer), null));
        Assert.True(Visibility.IsNew(Reader(), share, null));
        Assert.True(Visibility.IsNew(Reader(), share, Shown()));
        Assert.True(Visibility.IsNew(Reader(Topic.User(Writer)), Post(Sharer), Shown()));
        Assert.True(Visibility.IsNew(Reader(Topic.User(Writer)), share with { Author = Me }, Shown()));
        Assert.False(Visibility.IsNew(Reader(Topic.User(Writer)), share, Shown()));
        Assert.False(Visibility.IsNew(Reader() with { Member = Writer }, share, Shown()));

        // Shares by others before it: only those that came home, and only what lies before.
        Assert.True(Visibility.IsNew(Reader(), share, Shown(new(Id + 1, Other), new(Id + 10, Sharer))));
        Assert.False(Visibility.IsNew(Reader(Topic.User(Other)), share, Shown(new(Id + 1, Other), new(Id + 10, Sharer))));
        Assert.False(Visibility.IsNew(Reader(), share, Shown(new(Id + 1, Me), new(Id + 10, Sharer))));
        Assert.True(Visibility.IsNew(Reader(Topic.User(Sharer)), share, Shown(new StoryShare(Id + 10, Sharer))));
        Assert.True(Visibility.IsNew(Reader(Topic.User(Other)), share, Shown(new StoryShare(Id + 11, Other))));
        Assert.False(Visibility.IsNew(Reader(Topic.User(Other)), share, Shown(new(Id + 1, Writer), new(Id + 2, Other))));
    }

    [Fact]
    public void A_post_comes_home_by_what_is_followed_and_the_own_ones_by_themselves()
    {
        Assert.Empty(Visibility.Reasons(Reader(), Post(Writer)));
        Assert.Empty(Visibility.Reasons(Viewer.Anonymous, Post(0)));
        Assert.Equal([Topic.User(Writer)], Visibility.Reasons(Reader(Topic.User(Writer)), Post(Writer)));
        Assert.Equal([Topic.User(Me)], Visibility.Reasons(Reader(), Post(Me)));
        Assert.Equal([Topic.User(Me)], Visibility.Reasons(Reader(Topic.User(Me)), Post(Me)));
        Assert.Equal([Bento, Topic.User(Me)], Visibility.Reasons(Reader(Bento), Post(Me) with { Topic = Bento.Value }));
        Assert.Equal([Bento], Visibility.Reasons(Reader(Bento), Post(Writer) with { Topic = Bento.Value }));
    }

    /// <summary>Where no exposure is looked up, none is needed: everything that it could say would say nothing.</summary>
    [Theory]
    [InlineData(Audience.Everyone, true)]
    [InlineData(Audience.Friends, true)]
    [InlineData(Audience.Me, true)]
    [InlineData(Audience.FriendsOfFriends, false)]
    [InlineData(Audience.Close, false)]
    [InlineData(Audience.Members, false)]
    [InlineData(Audience.Removed, false)]
    [InlineData(Audience.FirstGroup + 1, false)]
    public void A_header_alone_decides_only_where_nobody_else_is_spoken_of(Audience audience, bool plain)
    {
        var post = Post(Writer) with { Audience = audience };
        Assert.Equal(plain, Visibility.IsPlain(post));
        Assert.Equal(plain, Visibility.IsPlain(post with { Topic = Topic.News(1).Value }));
        Assert.Equal(plain, Visibility.IsPlain(post with { Flags = ActivityFlags.Bot }));
        Assert.False(Visibility.IsPlain(post with { Topic = Bento.Value }));
        Assert.False(Visibility.IsPlain(post with { Topic = Id }));
        Assert.False(Visibility.IsPlain(post with { Target = Id }));
        Assert.False(Visibility.IsPlain(post with { Flags = ActivityFlags.Fleeting }));
        Assert.False(Visibility.IsPlain(post with { Target = Id, Flags = ActivityFlags.Fleeting, Topic = Bento.Value }));
    }

    [Fact]
    public void A_share_or_quote_is_seen_only_by_who_sees_the_story_also_by_its_own_author()
    {
        var story = new Story(Post(Writer) with { Audience = Audience.Friends }, null, []);
        var quote = Post(Me) with { Target = Id };
        Assert.False(Visibility.CanSee(Reader(), quote, new(Story: story)));
        Assert.True(Visibility.CanSee(Reader() with { Friends = new HashSet<int> { Writer } }, quote, new(Story: story)));
        Assert.False(Visibility.CanSee(Reader() with { Friends = new HashSet<int> { Writer } }, quote with { Author = Sharer, Audience = Audience.Friends }, new(Story: story)));
    }

    [Fact]
    public void A_comment_out_of_sight_is_left_to_its_author_and_only_where_the_post_is_seen()
    {
        var root = Post(Writer);
        var comment = Post(Me) with { Topic = Id, Audience = Audience.Removed };
        Assert.True(Visibility.CanSee(Reader(), comment, new(Root: root)));
        Assert.False(Visibility.CanSee(Reader(), comment with { Author = Other }, new(Root: root)));
        Assert.False(Visibility.CanSee(Reader(), comment, new(Root: root with { Audience = Audience.Me })));
        Assert.False(Visibility.CanSee(Reader(), Post(Writer), new(Gone: true)));
        Assert.False(Visibility.CanSee(Viewer.Anonymous, Post(0) with { Audience = Audience.Me }));
    }

    private static Viewer Reader(params Topic[] follows) => new(Me, new HashSet<int>(), follows.Select(topic => topic.Value).ToHashSet(), new HashSet<long>(), false);

    private static ActivityHeader Post(int author, ActivityFlags flags = ActivityFlags.None) =>
        new(Id, Topic.User(author).Value, 0, author, author, ActivityKind.Post, Audience.Everyone, flags, EdgeKind.None);

    private static ActivityBody Body(string text) => new(PostForm.Voice, null, text, null, null);
}
