using Microsoft.Extensions.Time.Testing;
using OrleansMixi.Communities;
using OrleansMixi.Log;
using OrleansMixi.Members;

namespace OrleansMixi.Posts;

/// <summary>What hangs on another post: comments, shares and quotes go where it goes, and a day is a day.</summary>
public sealed class SightTests(SightTown town) : IClassFixture<SightTown>
{
    [Fact]
    public async Task A_comment_goes_with_the_post_above_it()
    {
        var (author, friend, stranger) = (await town.Member(), await town.Member(), await town.Member());
        await town.Befriend(author, friend);
        var root = await town.Post(author, Topic.User(author), Audience.Friends);
        var comment = await town.Post(friend, Topic.Thread(root), target: root);
        await Sees(comment, (author, true), (friend, true), (stranger, false), (0, false));
        await town.Delete(author, Topic.User(author), root);
        await Sees(comment, (author, false), (friend, false));
    }

    [Fact]
    public async Task A_comment_is_gone_while_the_author_of_the_post_or_its_own_is_suspended()
    {
        var (author, other, writer, reader) = (await town.Member(), await town.Member(), await town.Member(), await town.Member());
        var (root, safe) = (await town.Post(author, Topic.User(author)), await town.Post(other, Topic.User(other)));
        var under = await town.Post(writer, Topic.Thread(root), target: root);
        var comment = await town.Post(writer, Topic.Thread(safe), target: safe);
        await Sees(under, (reader, true), (writer, true));
        await town.Suspend(author);
        await Sees(under, (reader, false), (writer, false));
        await Sees(comment, (reader, true));
        await town.Suspend(writer);
        await Sees(comment, (reader, false));
        Assert.Empty(await town.Sight.Shown(await town.Viewers.Find(reader), (await town.Posts.Get([comment, under])).Values));
    }

    [Fact]
    public async Task A_comment_in_a_hidden_community_is_for_its_members()
    {
        var (author, member, stranger) = (await town.Member(), await town.Member(), await town.Member());
        var place = await town.Community(Openness.Hidden, author);
        await town.Bind(author, place, EdgeKind.Member);
        await town.Bind(member, place, EdgeKind.Member);
        var root = await town.Post(author, place);
        var comment = await town.Post(member, Topic.Thread(root), target: root);
        await Sees(comment, (author, true), (member, true), (stranger, false), (0, false));
    }

    [Fact]
    public async Task A_share_goes_with_its_story_and_a_quote_keeps_its_own_words()
    {
        var (writer, sharer, friend, stranger) = (await town.Member(), await town.Member(), await town.Member(), await town.Member());
        await town.Befriend(writer, sharer);
        await town.Befriend(writer, friend);
        var story = await town.Post(writer, Topic.User(writer), Audience.Close);
        await town.Group(writer, Audiences.CloseFriends, sharer, friend);
        var share = await town.Post(sharer, Topic.User(sharer), target: story, flags: ActivityFlags.Share);
        var quote = await town.Post(sharer, Topic.User(sharer), target: story);
        await Sees(share, (sharer, true), (friend, true), (writer, true), (stranger, false), (0, false));
        await Sees(quote, (sharer, true), (friend, true), (stranger, false), (0, false));
        var exposure = await town.Sight.Of((await town.Posts.Find(share))!.Header);
        Assert.Equal([new(share, sharer)], exposure!.Story!.Shares);
        Assert.Equal("x", exposure.Story.Body!.Text);
        Assert.Empty((await town.Sight.Of((await town.Posts.Find(quote))!.Header))!.Story!.Shares);

        await town.Delete(writer, Topic.User(writer), story);
        await Sees(share, (sharer, false), (friend, false));
        await Sees(quote, (sharer, true), (friend, true), (stranger, true));
    }

    [Fact]
    public async Task A_share_is_gone_while_the_writer_of_its_story_is_suspended()
    {
        var (writer, sharer, reader) = (await town.Member(), await town.Member(), await town.Member());
        var story = await town.Post(writer, Topic.User(writer));
        var share = await town.Post(sharer, Topic.User(sharer), target: story, flags: ActivityFlags.Share);
        var quote = await town.Post(sharer, Topic.User(sharer), target: story);
        await Sees(share, (reader, true));
        await town.Suspend(writer);
        await Sees(share, (reader, false), (sharer, false));
        await Sees(quote, (reader, true), (sharer, true));
    }

    [Fact]
    public async Task A_friend_of_a_friend_is_one_as_long_as_the_friend_between_is()
    {
        var (author, between, reader) = (await town.Member(), await town.Member(), await town.Member());
        await town.Befriend(author, between);
        await town.Befriend(between, reader);
        var post = await town.Post(author, Topic.User(author), Audience.FriendsOfFriends);
        await Sees(post, (author, true), (between, true), (reader, true), (0, false));
        await town.Bind(author, Topic.User(between), EdgeKind.None);
        await Sees(post, (reader, false));
    }

    [Fact]
    public async Task A_fleeting_post_is_seen_by_others_for_a_day_to_the_moment()
    {
        var (author, friend) = (await town.Member(), await town.Member());
        await town.Befriend(author, friend);
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var sight = new Sight(town.Posts, town.Get<StoryStore>(), town.Get<CircleStore>(), town.Get<CommunityStore>(), town.Get<AuthorStore>(), time);
        var id = PostId.Compose(PostId.HeadAt(time.GetUtcNow().ToUnixTimeMilliseconds()), 0);
        var lasting = new ActivityHeader(id, Topic.User(author).Value, 0, author, author, ActivityKind.Post, Audience.FriendsOfFriends, ActivityFlags.None, EdgeKind.None);
        var fleeting = lasting with { Flags = ActivityFlags.Fleeting };
        var (reader, self) = (await town.Viewers.Find(friend), await town.Viewers.Find(author));
        time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMilliseconds(1));
        Assert.True(await sight.CanSee(reader, fleeting));
        Assert.True(await sight.Shows(reader, new(fleeting, Body, 0, 0)));
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(await sight.CanSee(reader, fleeting));
        Assert.False(await sight.Shows(reader, new(fleeting, Body, 0, 0)));
        Assert.True(await sight.CanSee(reader, lasting));
        Assert.True(await sight.CanSee(self, fleeting));
    }

    [Fact]
    public async Task Of_a_list_those_that_are_for_the_viewer_are_left_in_order()
    {
        var (author, gone, reader) = (await town.Member(), await town.Member(), await town.Member());
        var ids = new[] { await town.Post(author, Topic.User(author)), await town.Post(author, Topic.User(author), Audience.Me), await town.Post(gone, Topic.User(gone)), await town.Post(author, Topic.User(author)) };
        await town.Suspend(gone);
        var all = await town.Posts.Get(ids);
        var shown = await town.Sight.Shown(await town.Viewers.Find(reader), ids.Select(id => all[id]));
        Assert.Equal([ids[0], ids[3]], shown.Select(post => post.Id));
        Assert.True(await town.Sight.CanSee(await town.Viewers.Find(gone), all[ids[2]]));
    }

    private static ActivityBody Body { get; } = new(PostForm.Voice, null, "x", null, null);

    private async Task Sees(long post, params (int Viewer, bool Seen)[] all)
    {
        foreach (var (viewer, seen) in all)
        {
            Assert.True(seen == await town.Sees(viewer, post), $"member {viewer}");
        }
    }
}
