using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Timelines;

namespace OrleansMixi.Accounts;

/// <summary>Lets members go: everything of theirs vanishes by log entries, so that every host, timeline and cache follows.</summary>
public sealed class Leaving(LeavingStore leavings, PostLog log, LogTail tail, IGrainFactory grains, IEnumerable<IForgets> forgetting, IOptions<LeavingOptions> options)
{
    /// <summary>Begins: when it answers the member is gone for everyone and has no access any more. Idempotent; the rest is done by <see cref="GoOn"/>.</summary>
    public async Task Begin(int member)
    {
        await leavings.Begin(member);
        await Tell(member);
    }

    /// <summary>Tidies up behind one member who left, and answers whether there was one.</summary>
    public async Task<bool> GoOn(CancellationToken cancellationToken)
    {
        var member = await leavings.Take(options.Value.Lease);
        if (member == 0)
        {
            return false;
        }

        // Again, because the host that began may have died before it told, and because a persona begins here.
        await Begin(member);
        if (await Posts(member) && await Told(member, cancellationToken) && await Edges(member) && await Rest(member, cancellationToken))
        {
            await leavings.Done(member);
        }
        else
        {
            await leavings.Again(member);
        }

        return true;
    }

    private async Task Tell(int member)
    {
        await log.Append(new(ActivityKind.Member, member, member, Topic.User(member)));
        await log.Append(new(ActivityKind.Revoke, member, member, Topic.User(member), Access.Everything));
    }

    private async Task<bool> Posts(int member)
    {
        var posts = await leavings.Posts(member, options.Value.Batch);
        await Task.WhenAll(posts.Select(post =>
            log.Append(new(ActivityKind.Delete, post.Author, member, Topic.Of(post.Topic), post.Id, post.Audience, post.Flags))));
        return posts.Count < options.Value.Batch;
    }

    /// <summary>Timelines hear of deleted posts through the ties that are cut next, and each queue goes at a pace of its own: first all have heard.</summary>
    private async Task<bool> Told(int member, CancellationToken cancellationToken)
    {
        var queue = tail.Shape.QueueOf(member);
        await tail.Settled(queue, cancellationToken);
        var head = tail.Head(queue);
        await Task.WhenAll(Enumerable.Range(0, tail.Shape.Shards).Select(shard => grains.GetGrain<ITimelineShardGrain>(shard).Reach(head)));
        return true;
    }

    private async Task<bool> Edges(int member)
    {
        var edges = await leavings.Edges(member, options.Value.Batch);
        await Task.WhenAll(edges.Select(edge => log.Append(new(ActivityKind.Edge, edge.Member, member, Topic.Of(edge.Topic), Edge: EdgeKind.None))));
        return edges.Count < options.Value.Batch;
    }

    private async Task<bool> Rest(int member, CancellationToken cancellationToken)
    {
        var all = true;
        foreach (var part in forgetting)
        {
            all &= await part.Forget(member, cancellationToken);
        }

        return all;
    }
}
