using OrleansMixi.Log;

namespace OrleansMixi.Posts;

public sealed class CommentRulesTests
{
    private const int Author = 1, Friend = 2, Stranger = 3;

    [Theory]
    [InlineData(Commenting.All, Author, true)]
    [InlineData(Commenting.All, Friend, true)]
    [InlineData(Commenting.All, Stranger, true)]
    [InlineData(Commenting.All, 0, false)]
    [InlineData(Commenting.Friends, Author, true)]
    [InlineData(Commenting.Friends, Friend, true)]
    [InlineData(Commenting.Friends, Stranger, false)]
    [InlineData(Commenting.Friends, 0, false)]
    [InlineData(Commenting.Nobody, Author, true)]
    [InlineData(Commenting.Nobody, Friend, false)]
    [InlineData(Commenting.Nobody, Stranger, false)]
    [InlineData(Commenting.Nobody, 0, false)]
    public void The_author_decides_who_comments_and_always_may(Commenting commenting, int viewer, bool may)
    {
        var post = Post(CommentRules.Flags(commenting));
        Assert.Equal(commenting, CommentRules.Of(post));
        Assert.Equal(may, CommentRules.MayComment(Viewer(viewer), post));
    }

    [Fact]
    public void Other_marks_of_a_post_say_nothing_about_comments()
    {
        Assert.Equal(Commenting.All, CommentRules.Of(Post(ActivityFlags.Bot | ActivityFlags.Fleeting)));
        Assert.Equal(Commenting.Nobody, CommentRules.Of(Post(ActivityFlags.NoComments | ActivityFlags.FriendsComment)));
    }

    [Fact]
    public void Nobody_comments_in_the_place_of_somebody_who_is_not_signed_in() =>
        Assert.False(CommentRules.MayComment(Posts.Viewer.Anonymous, Post(ActivityFlags.None) with { Author = 0 }));

    private static ActivityHeader Post(ActivityFlags flags) =>
        new(1L << 50, Topic.User(Author).Value, 0, Author, Author, ActivityKind.Post, Audience.Everyone, flags, EdgeKind.None);

    private static Viewer Viewer(int member) =>
        new(member, new HashSet<int>(member == Friend ? [Author] : []), new HashSet<long>(), new HashSet<long>(), false);
}
