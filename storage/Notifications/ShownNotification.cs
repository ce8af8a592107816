using OrleansMixi.Communities;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Notifications;

/// <summary>A notification as its member may see it.</summary>
/// <param name="Row">What happened, to what and when.</param>
/// <param name="Actors">Those who did it and are not hidden, newest first.</param>
/// <param name="Post">The post it is about, if any.</param>
/// <param name="Newest">What the newest of them wrote, if anything.</param>
/// <param name="Community">The community it is about, if any.</param>
public sealed record ShownNotification(NotificationRow Row, IReadOnlyList<Author> Actors, Post? Post, Post? Newest, CommunityRow? Community)
{
    /// <summary>Whether it was not read yet.</summary>
    public bool Unread => Row.At > Row.Seen;
}
