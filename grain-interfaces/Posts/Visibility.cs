using OrleansMixi.Log;
using OrleansMixi.Mutes;

namespace OrleansMixi.Posts;

/// <summary>The one answer to "may this person see it?", asked by pages, live delivery, feeds and every other path.</summary>
public static class Visibility
{
    /// <summary>Whether a post's header alone decides who may see it, so that no <see cref="Exposure"/> is needed.</summary>
    public static bool IsPlain(in ActivityHeader post) =>
        post.Audience <= Audience.Me && post.Story == 0 && (post.Flags & ActivityFlags.Fleeting) == 0 && Topic.Of(post.Topic).Kind is not (TopicKind.Community or TopicKind.Thread);

    /// <summary>
    /// Whether the viewer may know of the post at all. A deleted post has no header to ask with. What is written under a
    /// post is seen by those who see that post; between those who block each other nothing is.
    /// </summary>
    public static bool CanSee(Viewer viewer, in ActivityHeader post, Exposure? exposure = null)
    {
        if (viewer.Blocks.Contains(post.Author) || (post.Friend != 0 && viewer.Blocks.Contains(post.Friend)) || exposure is { Gone: true })
        {
            return false;
        }

        if (exposure?.Root is { } root)
        {
            return CanSee(viewer, root, exposure with { Root = null }) && (post.Audience != Audience.Removed || IsOwn(viewer, post));
        }

        if (exposure?.Story is { } story && !CanSee(viewer, story.Post, story.Exposure))
        {
            return false;
        }

        if (IsOwn(viewer, post))
        {
            return true;
        }

        return exposure is not { Past: true } && (exposure is not { MembersOnly: true } || viewer.Communities.Contains(post.Topic)) && Reaches(viewer, post, exposure?.Circle);
    }

    /// <summary>Whether the viewer may and wants to see the post in timelines, feeds and streams. Own posts are always wanted.</summary>
    public static bool Shows(Viewer viewer, in ActivityHeader post, Exposure? exposure = null) =>
        CanSee(viewer, post, exposure) && !IsHiddenBot(viewer, post);

    /// <summary>
    /// What keeps a post that the viewer may see, and whose topic the viewer follows, out of the home timeline; the first rule
    /// that does. Timelines ask this, and so does who wants to know why.
    /// </summary>
    public static HomeRule Against(Viewer viewer, Post post, Exposure? exposure = null) =>
        IsHiddenBot(viewer, post.Header) ? HomeRule.Bots
        : Muted(viewer, post, home: true, exposure) switch
        {
            MuteKind.Member => HomeRule.Member,
            MuteKind.Topic => HomeRule.Topic,
            MuteKind.Word => HomeRule.Word,
            MuteKind.Language => HomeRule.Language,
            MuteKind.Post => HomeRule.Hidden,
            _ => IsNew(viewer, post.Header, exposure) ? HomeRule.None : post.Header.Friend != 0 ? HomeRule.Friends : HomeRule.Story,
        };

    /// <summary>
    /// Whether the viewer has not muted what may be shown, or the story that it shows, in the home timeline or in another
    /// list. Own posts are always wanted.
    /// </summary>
    public static bool Wants(Viewer viewer, Post post, bool home, Exposure? exposure = null) =>
        Muted(viewer, post, home, exposure) is null;

    /// <summary>
    /// Whether a post is new to the viewer's home timeline: a share is not if the story comes there by itself, or came by an
    /// earlier share. So a story is there once, however many share it. A friendship is told by both; who knows both hears of it
    /// from one, and the two know it.
    /// </summary>
    public static bool IsNew(Viewer viewer, in ActivityHeader post, Exposure? exposure)
    {
        if (post.Friend != 0)
        {
            return viewer.Member != post.Author && viewer.Member != post.Friend && (post.Author < post.Friend || !viewer.Friends.Contains(post.Friend));
        }

        if (!post.IsShare || post.Author == viewer.Member || exposure?.Story is not { } story)
        {
            return true;
        }

        if (story.Post.Author == viewer.Member || viewer.Follows.Contains(story.Post.Topic))
        {
            return false;
        }

        foreach (var share in story.Shares)
        {
            if (share.Id >= post.Id)
            {
                return true;
            }

            if (share.Author == viewer.Member || viewer.Follows.Contains(Topic.User(share.Author).Value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the viewer may have seen the post that an edit or delete is about, before it.</summary>
    public static bool CouldSee(Viewer viewer, in ActivityHeader change, Exposure? exposure = null) =>
        Shows(viewer, change with { Audience = change.Before }, exposure);

    /// <summary>The topics through which a post comes to the viewer's home timeline; empty if it does not.</summary>
    public static IReadOnlyList<Topic> Reasons(Viewer viewer, in ActivityHeader post)
    {
        var own = viewer.Member != 0 && post.Author == viewer.Member;
        var mine = Topic.User(viewer.Member);
        return (viewer.Follows.Contains(post.Topic), own) switch
        {
            (true, true) when post.Topic != mine.Value => [Topic.Of(post.Topic), mine],
            (true, _) => [Topic.Of(post.Topic)],
            (false, true) => [mine],
            _ => [],
        };
    }

    private static bool IsHiddenBot(Viewer viewer, in ActivityHeader post) => viewer.HideBots && (post.Flags & ActivityFlags.Bot) != 0 && viewer.Member != post.Author;

    private static MuteKind? Muted(Viewer viewer, Post post, bool home, Exposure? exposure) =>
        viewer.Mutes.IsEmpty || viewer.Member == post.Author ? null
        : viewer.Mutes.By(post.Header, post.Body, home) ?? (exposure?.Story is { Body: { } body } story ? viewer.Mutes.By(story.Post, body, home) : null);

    private static bool IsOwn(Viewer viewer, in ActivityHeader post) => viewer.Member != 0 && viewer.Member == post.Author;

    private static bool Reaches(Viewer viewer, in ActivityHeader post, Circle? circle) => post.Audience switch
    {
        Audience.Everyone => true,
        Audience.Friends => viewer.Friends.Contains(post.Author),
        Audience.FriendsOfFriends => viewer.Friends.Contains(post.Author) || (circle?.Friends.Overlaps(viewer.Friends) ?? false),
        Audience.Members => viewer.Communities.Contains(post.Topic),
        Audience.Me or Audience.Removed => false,

        // Who is no friend any more may still be in a group.
        var group => viewer.Friends.Contains(post.Author) && (circle?.Has(Audiences.GroupOf(group), viewer.Member) ?? false),
    };
}
