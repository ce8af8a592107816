using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>
/// Takes posts of a community out of sight and gives them back: a change of their audience, which reaches every page, feed
/// and live stream as any other change does.
/// </summary>
internal sealed class CommunityPosts(CommunityDesk desk, PostStore posts, RemovedStore removed, PostLog log)
{
    /// <summary>A post of this community; refuses others.</summary>
    public async Task<Post> Find(long id) => await posts.Find(id) is { } post && await IsHere(post) ? post : throw Errors.NotFound("post");

    /// <summary>The audience that a removed post had; null if it was not removed.</summary>
    public Task<Audience?> AudienceBefore(long post) => removed.Find(desk.Number, post);

    /// <summary>Leaves it to its author alone; a comment as well as a post.</summary>
    public Task Hide(Post post, int actor) => post.Header.Audience == Audience.Removed ? Task.CompletedTask : Reach(post, actor, Audience.Removed);

    /// <summary>Shows it to those who saw it before.</summary>
    public Task Show(Post post, int actor, Audience audience) => post.Header.Audience == audience ? Task.CompletedTask : Reach(post, actor, audience);

    private async ValueTask<bool> IsHere(Post post) =>
        post.Topic == desk.Topic || (post.Topic.Kind == TopicKind.Thread && (await posts.Find(post.Topic.Value))?.Topic == desk.Topic);

    private Task Reach(Post post, int actor, Audience audience) =>
        log.Append(new(ActivityKind.Edit, post.Author, actor, post.Topic, post.Id, audience, post.Header.Flags, (EdgeKind)post.Header.Audience, post.Body));
}
