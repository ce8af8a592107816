using OrleansMixi.Log;

namespace OrleansMixi.Posts;

/// <summary>The truth table of who sees what, every audience against every relation.</summary>
public sealed class VisibilityTests
{
    private const int Author = 1, Reader = 2, Between = 3;
    private const int Group = 4;
    private static readonly Topic Town = Topic.Community(7);

    /// <summary>Who looks, as the author knows them.</summary>
    public enum Relation
    {
        Stranger, Anonymous, Follower, Friend, FriendOfFriend, FriendInGroup, FormerFriendInGroup, CloseFriend, Member, Self, BlockedFriend,
    }

    public static IEnumerable<TheoryDataRow<Audience, Relation, bool>> Table()
    {
        var seen = new Dictionary<Audience, Relation[]>
        {
            [Audience.Everyone] = [.. Enum.GetValues<Relation>().Except([Relation.BlockedFriend])],
            [Audience.Friends] = [Relation.Friend, Relation.FriendInGroup, Relation.CloseFriend, Relation.Self],
            [Audience.FriendsOfFriends] = [Relation.Friend, Relation.FriendInGroup, Relation.CloseFriend, Relation.FriendOfFriend, Relation.Self],
            [Audience.Close] = [Relation.CloseFriend, Relation.Self],
            [Audiences.Group(Group)] = [Relation.FriendInGroup, Relation.Self],
            [Audiences.Group(Group + 1)] = [Relation.Self],
            [Audience.Members] = [Relation.Member, Relation.Self],
            [Audience.Me] = [Relation.Self],
        };
        return from audience in seen.Keys
               from relation in Enum.GetValues<Relation>()
               select new TheoryDataRow<Audience, Relation, bool>(audience, relation, seen[audience].Contains(relation));
    }

    [Theory, MemberData(nameof(Table))]
    public void Each_audience_is_seen_by_those_it_names_and_nobody_else(Audience audience, Relation relation, bool seen)
    {
        var post = Post(audience, audience == Audience.Members ? Town : Topic.User(Author));
        Assert.Equal(seen, Visibility.CanSee(Viewer(relation), post, new(Around)));
    }

    [Theory, MemberData(nameof(Table))]
    public void What_is_written_under_a_post_is_seen_by_those_who_see_the_post(Audience audience, Relation relation, bool seen)
    {
        var root = Post(audience, audience == Audience.Members ? Town : Topic.User(Author));
        var comment = new ActivityHeader(1L << 51, 1L << 50, 1L << 50, Between, Between, ActivityKind.Post, Audience.Everyone, ActivityFlags.None, EdgeKind.None);
        Assert.Equal(seen, Visibility.CanSee(Viewer(relation), comment, new(Around, Root: root)));
    }

    [Theory, MemberData(nameof(Table))]
    public void In_a_community_for_members_only_nobody_else_sees_anything(Audience audience, Relation relation, bool seen)
    {
        var expected = relation == Relation.Self || (seen && relation == Relation.Member);
        Assert.Equal(expected, Visibility.CanSee(Viewer(relation), Post(audience, Town), new(Around, MembersOnly: true)));
    }

    [Fact]
    public void A_comment_by_somebody_whom_the_reader_blocks_is_hidden_under_a_post_for_everyone()
    {
        var comment = new ActivityHeader(1L << 51, 1L << 50, 1L << 50, Author, Author, ActivityKind.Post, Audience.Everyone, ActivityFlags.None, EdgeKind.None);
        var root = Post(Audience.Everyone, Topic.User(Between)) with { Author = Between };
        Assert.False(Visibility.CanSee(Viewer(Relation.BlockedFriend), comment, new(Root: root)));
        Assert.True(Visibility.CanSee(Viewer(Relation.Stranger), comment, new(Root: root)));
    }

    [Fact]
    public void What_stood_under_something_that_is_gone_is_gone_for_its_own_author_too()
    {
        var comment = new ActivityHeader(1L << 51, 1L << 50, 1L << 50, Reader, Reader, ActivityKind.Post, Audience.Everyone, ActivityFlags.None, EdgeKind.None);
        Assert.False(Visibility.CanSee(Viewer(Relation.Stranger), comment, new(Gone: true)));
    }

    [Theory, MemberData(nameof(Table))]
    public void A_fleeting_post_whose_day_is_over_is_seen_by_its_author_alone(Audience audience, Relation relation, bool seen)
    {
        Assert.Equal(seen && relation == Relation.Self, Visibility.CanSee(Viewer(relation), Post(audience, Topic.User(Author)), new(Around, Past: true)));
    }

    [Theory]
    [InlineData(Audience.FriendsOfFriends, Relation.FriendOfFriend, false)]
    [InlineData(Audience.FriendsOfFriends, Relation.Friend, true)]
    [InlineData(Audience.Close, Relation.CloseFriend, false)]
    public void Where_those_around_the_author_are_not_known_nobody_is_among_them(Audience audience, Relation relation, bool seen) =>
        Assert.Equal(seen, Visibility.CanSee(Viewer(relation), Post(audience, Topic.User(Author))));

    [Fact]
    public void An_edit_is_told_to_those_who_could_see_the_post_before_it()
    {
        var edit = Post(Audience.Me, Topic.User(Author)) with { Kind = ActivityKind.Edit, Edge = (EdgeKind)Audience.Close };
        Assert.True(Visibility.CouldSee(Viewer(Relation.CloseFriend), edit, new(Around)));
        Assert.False(Visibility.CouldSee(Viewer(Relation.Friend), edit, new(Around)));
    }

    private static Circle Around { get; } = new(
        new HashSet<int> { Reader, Between },
        new Dictionary<int, IReadOnlySet<int>> { [Audiences.CloseFriends] = new HashSet<int> { 20 }, [Group] = new HashSet<int> { 21, 22 } });

    private static ActivityHeader Post(Audience audience, Topic topic) =>
        new(1L << 50, topic.Value, 0, Author, Author, ActivityKind.Post, audience, ActivityFlags.None, EdgeKind.None);

    private static Viewer Viewer(Relation relation) => relation switch
    {
        Relation.Anonymous => Posts.Viewer.Anonymous,
        Relation.Follower => Of(Reader, follows: [Topic.User(Author)]),
        Relation.Friend => Of(Reader, friends: [Author]),
        Relation.FriendOfFriend => Of(30, friends: [Between]),
        Relation.CloseFriend => Of(20, friends: [Author]),
        Relation.FriendInGroup => Of(21, friends: [Author]),
        Relation.FormerFriendInGroup => Of(22),
        Relation.Member => Of(31, communities: [Town]),
        Relation.Self => Of(Author),
        Relation.BlockedFriend => Of(Reader, friends: [Author]) with { Blocks = new HashSet<int> { Author } },
        _ => Of(32),
    };

    private static Viewer Of(int member, int[]? friends = null, Topic[]? follows = null, Topic[]? communities = null) => new(
        member, (friends ?? []).ToHashSet(), (follows ?? []).Select(topic => topic.Value).ToHashSet(), (communities ?? []).Select(topic => topic.Value).ToHashSet(), false);
}
