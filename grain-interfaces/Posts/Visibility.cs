using OrleansMixi.Log;

namespace OrleansMixi.Posts;

/// <summary>The one answer to "may this person see it?", asked by pages, live delivery, feeds and every other path.</summary>
public static class Visibility
{
    /// <summary>Whether the viewer may know of the post at all. A deleted post has no header to ask with.</summary>
    public static bool CanSee(Viewer viewer, in ActivityHeader post) => post.Audience switch
    {
        Audience.Everyone => true,
        Audience.Friends => viewer.Member == post.Author && viewer.Member != 0 || viewer.Friends.Contains(post.Author),
        _ => viewer.Member == post.Author && viewer.Member != 0,
    };

    /// <summary>Whether the viewer may and wants to see the post in timelines, feeds and streams. Own posts are always wanted.</summary>
    public static bool Shows(Viewer viewer, in ActivityHeader post) =>
        CanSee(viewer, post)
        && (!viewer.HideBots || (post.Flags & ActivityFlags.Bot) == 0 || viewer.Member == post.Author);

    /// <summary>Whether the viewer has not muted what may be shown, in the home timeline or in another list. Own posts are always wanted.</summary>
    public static bool Wants(Viewer viewer, Post post, bool home) =>
        viewer.Mutes.IsEmpty || viewer.Member == post.Author || !viewer.Mutes.Hides(post.Header, post.Body, home);

    /// <summary>Whether the viewer may have seen the post that an edit or delete is about, before it.</summary>
    public static bool CouldSee(Viewer viewer, in ActivityHeader change)
    {
        var before = (change.Flags & ActivityFlags.WasForEveryone) != 0 ? Audience.Everyone
            : (change.Flags & ActivityFlags.WasForFriends) != 0 ? Audience.Friends
            : change.Audience;
        return Shows(viewer, change with { Audience = before });
    }

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
}
