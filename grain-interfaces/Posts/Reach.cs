using OrleansMixi.Log;

namespace OrleansMixi.Posts;

/// <summary>
/// Through what a post is in a viewer's home timeline, or which rule keeps it out. It asks what timelines ask, and is only for
/// a post that the viewer may see: about any other even the reason is a secret.
/// </summary>
/// <param name="Reasons">The ways that lead to it; also those that a rule closes.</param>
/// <param name="Rule">What keeps it out; none if it is there.</param>
public sealed record Reach(IReadOnlyList<ReachReason> Reasons, HomeRule Rule)
{
    /// <summary>Whether the post is in the home timeline.</summary>
    public bool Shown => Rule == HomeRule.None;

    /// <summary>Decides about a post; the shares of it are those by whom the viewer follows, the first one first.</summary>
    public static Reach Of(Viewer viewer, Post post, Exposure? exposure, IEnumerable<(Post Post, Exposure? Exposure)> shares)
    {
        ReachReason[] reasons = [.. Visibility.Reasons(viewer, post.Header).Select(topic => new ReachReason(Kind(viewer, post.Header, topic), topic))];
        var rule = Rules(viewer, post, exposure);
        if (rule == HomeRule.None)
        {
            return new(reasons, rule);
        }

        var (share, _) = shares.FirstOrDefault(share => Visibility.CanSee(viewer, share.Post.Header, share.Exposure) && Rules(viewer, share.Post, share.Exposure) == HomeRule.None);
        return share is null ? new(reasons, rule) : new([.. reasons, new(ReachKind.Share, Topic.User(share.Author))], HomeRule.None);
    }

    private static HomeRule Rules(Viewer viewer, Post post, Exposure? exposure) =>
        !post.Header.IsTimelinePost ? HomeRule.Silent
        : Visibility.Reasons(viewer, post.Header).Count == 0 ? HomeRule.NotFollowed
        : Visibility.Against(viewer, post, exposure);

    private static ReachKind Kind(Viewer viewer, in ActivityHeader post, Topic topic) => topic.Kind switch
    {
        TopicKind.User when topic.Number == viewer.Member => ReachKind.Own,
        TopicKind.User when viewer.Friends.Contains(post.Author) => ReachKind.Friend,
        TopicKind.Community => ReachKind.Member,
        TopicKind.Thread => ReachKind.Thread,
        _ => ReachKind.Follow,
    };
}
