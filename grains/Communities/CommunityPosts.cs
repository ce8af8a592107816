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

    /// <summary>Leaves it to its author alone.</summary>
    public Task Hide(Post post, int actor) => post.Header.Audience == Audience.Me ? Task.CompletedTask : Reach(post, actor, Audience.Me);

    /// <summary>Shows it to those who saw it before.</summary>
    public Task Show(Post post, int actor, Audience audience) => post.Header.Audience == audience ? Task.CompletedTask : Reach(post, actor, audience);

    private ValueTask<bool> IsHere(Post post) => ValueTask.FromResult(post.Topic == desk.Topic);

    private Task Reach(Post post, int actor, Audience audience)
    {
        var before = post.Header.Audience == Audience.Everyone ? ActivityFlags.WasForEveryone : ActivityFlags.WasForFriends;
        return log.Append(new(ActivityKind.Edit, post.Author, actor, post.Topic, post.Id, audience, post.Header.Flags | before, Body: post.Body));
    }
}
