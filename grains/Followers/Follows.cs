using Microsoft.Extensions.Options;
using OrleansMixi.Communities;
using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Profiles;

namespace OrleansMixi.Followers;

/// <summary>Binds members to topics and unbinds them: one edge in the follower's queue. Locked accounts and communities are asked first.</summary>
internal sealed class Follows(
    PostLog log, EdgeStore edges, FollowRequestStore waiting, FollowRequests requests, PersonaStore personas, PostStore posts, Sight sight, ViewerStore viewers,
    IGrainFactory grains, IOptions<LimitOptions> limits)
{
    /// <summary>Follows a topic. <paramref name="spend"/> is asked once it is certain that something changes.</summary>
    public async Task<FollowOutcome> Begin(int me, Topic topic, Action spend)
    {
        var edge = await Followable(me, topic);
        var wanted = edge | EdgeKind.Follow | (topic.Kind == TopicKind.Community ? EdgeKind.Member : EdgeKind.None);
        if (edge == wanted)
        {
            return FollowOutcome.Following;
        }

        spend();
        var asked = await waiting.Count(me);
        await Room(me, asked);
        if (topic.Kind == TopicKind.User && (edge & EdgeKind.Friend) == 0 && await IsLocked(topic))
        {
            await requests.Ask(me, topic.Number);
            return FollowOutcome.Requested;
        }

        if (topic.Kind == TopicKind.Community)
        {
            return await Community(topic).Join(me);
        }

        await Bind(me, topic, wanted);
        await (asked > 0 ? Forget(me, topic) : Task.CompletedTask);
        return FollowOutcome.Following;
    }

    public async Task End(int me, Topic topic, Action spend)
    {
        if (topic.Kind == TopicKind.Community)
        {
            spend();
            await Community(topic).Leave(me);
            return;
        }

        var edge = await edges.Between(me, topic);
        if ((edge & (EdgeKind.Follow | EdgeKind.Member)) != 0)
        {
            spend();
            await Bind(me, topic, edge & ~(EdgeKind.Follow | EdgeKind.Member));
        }

        await Forget(me, topic);
    }

    /// <summary>Follows again what an archive names, if that needs nobody's leave.</summary>
    public async Task<bool> Restore(int me, Topic topic)
    {
        var edge = await edges.Between(me, topic);
        if (topic.Kind is not (TopicKind.User or TopicKind.News) || topic == Topic.User(me) || (edge & EdgeKinds.AnyBlock) != 0
            || (topic.Kind == TopicKind.User && edge == EdgeKind.None && await IsLocked(topic)))
        {
            return false;
        }

        await Room(me, await waiting.Count(me));
        await Bind(me, topic, edge | EdgeKind.Follow);
        return true;
    }

    /// <summary>The edge to what may be followed; refuses what may not.</summary>
    private async Task<EdgeKind> Followable(int me, Topic topic)
    {
        if (topic == Topic.User(me))
        {
            throw Errors.Invalid("topic", "Your own posts are in your timeline already; follow somebody else.");
        }

        var edge = await edges.Between(me, topic);
        var hidden = topic.Kind switch
        {
            TopicKind.User => await personas.IsPersona(topic.Number),
            TopicKind.Thread => await posts.Find(topic.Value) is not { } post || !await sight.CanSee(await viewers.Find(me), post),
            _ => false,
        };
        return hidden || (edge & EdgeKinds.AnyBlock) != 0 ? throw Errors.NotFound("topic") : edge;
    }

    /// <summary>Requests that wait count too: when they are approved, nobody asks for the limit again.</summary>
    private async Task Room(int me, int asked)
    {
        if ((await edges.Of(me)).Count(present => Topic.Of(present.Topic).Kind != TopicKind.Thread) + asked >= limits.Value.Follows)
        {
            throw Errors.Conflict($"You follow {limits.Value.Follows} topics (Mixi:Limits:Follows); unfollow one first.");
        }
    }

    private async Task<bool> IsLocked(Topic member) => (await grains.GetGrain<IProfileGrain>(member.Number).Read()).Locked;

    private Task Bind(int me, Topic topic, EdgeKind edge) => log.Append(new(ActivityKind.Edge, me, me, topic, Edge: edge));

    /// <summary>A request to follow that still waits is answered, or taken back.</summary>
    private Task Forget(int me, Topic topic) => topic.Kind == TopicKind.User ? requests.End(me, topic.Number) : Task.CompletedTask;

    private ICommunityGrain Community(Topic topic) => grains.GetGrain<ICommunityGrain>(topic.Number);
}
