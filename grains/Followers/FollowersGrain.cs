using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Followers;

/// <summary>Lets followers in or turns them away. The edge comes first and the request goes last, so that a crash between is mended by saying it again.</summary>
internal sealed class FollowersGrain(PostLog log, EdgeStore edges, FollowRequestStore waiting, FollowRequests requests) : Grain, IFollowersGrain
{
    private int Me => (int)this.GetPrimaryKeyLong();

    private Topic Mine => Topic.User(Me);

    public async Task Approve(int follower)
    {
        var edge = await edges.Between(follower, Mine);
        if ((edge & EdgeKinds.AnyBlock) != 0 || !await waiting.Waits(follower, Me))
        {
            if (edge.Holds(EdgeKind.Follow))
            {
                return;
            }

            throw Errors.NotFound("follow request");
        }

        await Spend();
        if ((edge & EdgeKind.Follow) == 0)
        {
            await Bind(follower, edge | EdgeKind.Follow);
        }

        await requests.End(follower, Me);
    }

    public async Task TurnAway(int follower)
    {
        await Spend();
        await requests.End(follower, Me);
        var edge = await edges.Between(follower, Mine);
        if ((edge & EdgeKind.Follow) != 0)
        {
            await Bind(follower, edge & ~EdgeKind.Follow);
        }
    }

    private Task Spend() => GrainFactory.GetGrain<IUserGrain>(Me).Spend();

    private Task Bind(int follower, EdgeKind edge) => log.Append(new(ActivityKind.Edge, follower, Me, Mine, Edge: edge));
}
