using Microsoft.Extensions.Options;
using OrleansMixi.Followers;
using OrleansMixi.Communities;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Notifications;
using OrleansMixi.Posts;

namespace OrleansMixi.Friends;

/// <summary>
/// Friendship is two edges, one in each member's queue. The request that leads to it goes last, so that a crash between
/// the two commits is mended by accepting again.
/// </summary>
internal sealed class Friendships(
    PostLog log, EdgeStore edges, FriendRequestStore requests, FriendSeatStore seats, FollowRequests follows, AuthorStore authors, PersonaStore personas, InvitationTie tie,
    NotificationBox box, FriendNews news, IOptions<LimitOptions> limits)
{
    private const int MaxMessage = 200;

    public async Task<FriendOutcome> Request(int me, int other, string? message)
    {
        PostRules.Text("message", message, MaxMessage);
        if (other == me || await authors.Find(other) is null || await personas.IsPersona(other))
        {
            throw Errors.Invalid("member", "Ask another member to be your friend.");
        }

        var edge = await edges.Between(me, Topic.User(other));
        if ((edge & EdgeKinds.AnyBlock) != 0)
        {
            throw Errors.NotFound("member");
        }

        if ((edge & EdgeKind.Friend) != 0)
        {
            return FriendOutcome.Friends;
        }

        if (await requests.Waits(other, me))
        {
            await Accept(me, other);
            return FriendOutcome.Friends;
        }

        await requests.Add(me, other, message ?? "");
        await box.Add(other, NotificationKind.FriendRequest, me, me);
        return FriendOutcome.Requested;
    }

    public async Task Accept(int me, int other)
    {
        if (!await requests.Waits(other, me))
        {
            if (await Are(me, other))
            {
                return;
            }

            throw Errors.NotFound("friend request");
        }

        var full = await seats.Take(me, other, limits.Value.Friends);
        if (full != 0)
        {
            throw Errors.Conflict(full == me
                ? $"You have {limits.Value.Friends} friends (Mixi:Limits:Friends); that is the most."
                : "This member can't have any more friends at the moment.");
        }

        await Bind(me, me, other);
        await Bind(me, other, me);
        await seats.Leave(me, other);
        await follows.End(me, other);
        await follows.End(other, me);
        await news.Tell(me, other);
        await Answered(me, other);
    }

    public async Task End(int me, int other)
    {
        if (await Are(me, other))
        {
            await tie.CheckMayEnd(me, other);
        }

        await Answered(me, other);
        await Part(me, me, other);
        await Part(me, other, me);
        await news.TakeBack(me, other);
    }

    /// <summary>No request between the two waits any more.</summary>
    private async Task Answered(int me, int other)
    {
        await requests.Remove(me, other);
        await box.Remove(me, NotificationKind.FriendRequest, other, other);
        await box.Remove(other, NotificationKind.FriendRequest, me, me);
    }

    private async Task<bool> Are(int one, int other) => (await edges.Between(one, Topic.User(other)) & EdgeKind.Friend) != 0;

    private async Task Bind(int actor, int one, int other)
    {
        var edge = await edges.Between(one, Topic.User(other));
        if ((edge & EdgeKind.Friend) == 0)
        {
            await log.Append(new(ActivityKind.Edge, one, actor, Topic.User(other), Edge: edge | EdgeKind.Friend | EdgeKind.Follow));
        }
    }

    private async Task Part(int actor, int one, int other)
    {
        var edge = await edges.Between(one, Topic.User(other));
        if ((edge & EdgeKind.Friend) != 0)
        {
            await log.Append(new(ActivityKind.Edge, one, actor, Topic.User(other), Edge: edge & EdgeKinds.AnyBlock));
        }
    }
}
