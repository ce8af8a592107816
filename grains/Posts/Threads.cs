using Microsoft.Extensions.Options;
using OrleansMixi.Communities;
using OrleansMixi.Log;
using OrleansMixi.Members;

namespace OrleansMixi.Posts;

/// <summary>
/// Comments are posts in the thread of the post that they stand under. Its author follows the thread from the first comment
/// on, who comments from the own comment on; so comments come to them like everything else they follow.
/// </summary>
internal sealed class Threads(PostLog log, PostStore posts, Sight sight, ViewerStore viewers, PersonaStore personas, IOptions<LimitOptions> limits)
{
    /// <summary>The post under which a comment that answers a post or comment stands; refuses who may not comment there.</summary>
    public async Task<Post> Root(int member, long replyTo)
    {
        var viewer = await viewers.Find(member);
        var answered = await posts.Find(replyTo);
        var root = answered is { Topic.Kind: TopicKind.Thread } ? await posts.Find(answered.Topic.Value) : answered;
        if (root is null || !await sight.CanSee(viewer, root) || !await sight.CanSee(viewer, answered!))
        {
            throw new MixiException("not-found", "The post to answer is not there, or not for you.", "replyTo");
        }

        if (root.Topic.Kind == TopicKind.Community && !viewer.Communities.Contains(root.Header.Topic))
        {
            throw Errors.Forbidden("Only members comment in a community; join it first (PUT /api/follows/community:…).");
        }

        return CommentRules.MayComment(viewer, root.Header)
            ? root
            : throw Errors.Forbidden("The author does not take comments from you on this post.");
    }

    /// <summary>Lets the commenter follow the thread, and at its first comment the author, before the comment is written.</summary>
    public async Task Follow(int member, Post root)
    {
        // Two members, two queues: one commit need not wait for the other.
        var author = root.Counts is null or { Comments: 0 } && root.Author != member ? Follow(root.Author, member, root) : Task.CompletedTask;
        await Task.WhenAll(author, Follow(member, member, root));
    }

    private async Task Follow(int follower, int actor, Post root)
    {
        // A persona reads nothing: who stands behind it does.
        follower = await personas.Owner(follower);
        var topic = Topic.Thread(root.Id);
        var follows = (await viewers.Find(follower)).Follows;
        if (!follows.Contains(topic.Value) && follows.Count(followed => Topic.Of(followed).Kind == TopicKind.Thread) < limits.Value.Threads)
        {
            await log.Append(new(ActivityKind.Edge, follower, actor, topic, Edge: EdgeKind.Follow));
        }
    }
}
