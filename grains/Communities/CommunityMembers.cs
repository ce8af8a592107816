using OrleansMixi.Friends;
using OrleansMixi.Log;

namespace OrleansMixi.Communities;

/// <summary>
/// Membership is an edge. A member who appears here as a persona holds two: the persona's says who belongs, which others may
/// see; the member's own only brings the posts.
/// </summary>
internal sealed class CommunityMembers(CommunityDesk desk, EdgeStore edges, PersonaStore personas, PostLog log)
{
    /// <summary>Whether somebody belongs here, under the number given.</summary>
    public async Task<bool> Has(int seat) => (await edges.Between(seat, desk.Topic) & EdgeKind.Member) != 0;

    /// <summary>Makes a member one of us.</summary>
    public async Task Enter(int member, int seat)
    {
        await Bind(seat, seat == member ? EdgeKind.Follow | EdgeKind.Member : EdgeKind.Member);
        if (seat != member)
        {
            await Bind(member, EdgeKind.Follow);
        }
    }

    /// <summary>Ends the membership under a number, and what hangs on it. Idempotent.</summary>
    public async Task Out(int seat)
    {
        if (await desk.Seat(seat) != seat)
        {
            // Here as a persona: to put out by the own number must not show who that is.
            return;
        }

        await Unbind(seat);
        var owner = await personas.Owner(seat);
        if (owner != seat)
        {
            await Unbind(owner);
        }
    }

    private async Task Unbind(int member)
    {
        if (await edges.Between(member, desk.Topic) != EdgeKind.None)
        {
            await Bind(member, EdgeKind.None);
        }
    }

    private Task Bind(int member, EdgeKind edge) => log.Append(new(ActivityKind.Edge, member, member, desk.Topic, Edge: edge));
}
