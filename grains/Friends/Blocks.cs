using OrleansMixi.Followers;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Friends;

/// <summary>
/// A block is a mark on both edges between two members. Nothing is taken from the edges, so that its end restores exactly
/// what was; the mark alone makes everything else rest.
/// </summary>
internal sealed class Blocks(PostLog log, EdgeStore edges, FriendRequestStore requests, FollowRequests follows, AuthorStore authors)
{
    public async Task Set(int me, int other)
    {
        if (other == me || await authors.Find(other) is null)
        {
            throw Errors.Invalid("member", "Name another member to block.");
        }

        await requests.Remove(me, other);
        await follows.End(me, other);
        await follows.End(other, me);
        await Mark(me, me, other, EdgeKind.Block, on: true);
        await Mark(me, other, me, EdgeKind.Blocked, on: true);
    }

    public async Task Lift(int me, int other)
    {
        await Mark(me, other, me, EdgeKind.Blocked, on: false);
        await Mark(me, me, other, EdgeKind.Block, on: false);
    }

    private async Task Mark(int actor, int one, int other, EdgeKind mark, bool on)
    {
        var topic = Topic.User(other);
        var edge = await edges.Between(one, topic);
        var wanted = on ? edge | mark : edge & ~mark;
        if (wanted != edge)
        {
            // Silent: the end of a block is nobody's new friend or follower.
            await log.Append(new(ActivityKind.Edge, one, actor, topic, Flags: ActivityFlags.Silent, Edge: wanted));
        }
    }
}
