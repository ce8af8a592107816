using OrleansMixi.Log;

namespace OrleansMixi.Posts;

/// <summary>Who may comment, as a post's header keeps it.</summary>
public static class CommentRules
{
    /// <summary>The flags of a choice.</summary>
    public static ActivityFlags Flags(Commenting commenting) => commenting switch
    {
        Commenting.Friends => ActivityFlags.FriendsComment,
        Commenting.Nobody => ActivityFlags.NoComments,
        _ => ActivityFlags.None,
    };

    /// <summary>The choice of a post.</summary>
    public static Commenting Of(in ActivityHeader post) =>
        (post.Flags & ActivityFlags.NoComments) != 0 ? Commenting.Nobody
        : (post.Flags & ActivityFlags.FriendsComment) != 0 ? Commenting.Friends
        : Commenting.All;

    /// <summary>Whether somebody who sees the post may comment on it.</summary>
    public static bool MayComment(Viewer viewer, in ActivityHeader post) => viewer.Member != 0 && (viewer.Member == post.Author || Of(post) switch
    {
        Commenting.All => true,
        Commenting.Friends => viewer.Friends.Contains(post.Author),
        _ => false,
    });
}
