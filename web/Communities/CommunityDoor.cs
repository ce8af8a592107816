using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>Lets members into a community, in the name of its staff.</summary>
internal sealed class CommunityDoor(CommunityReader reader, ViewerStore viewers, People people, PersonaStore personas, IGrainFactory grains, LogTail tail)
{
    /// <summary>Members who wait for approval, if the actor may know.</summary>
    public async Task<IReadOnlyList<AuthorView>> Waiting(int actor, int community)
    {
        var waiting = await grains.GetGrain<ICommunityGrain>(community).Requests(actor);
        var known = await people.Of(waiting);
        return [.. waiting.Where(known.ContainsKey).Select(member => known[member])];
    }

    /// <summary>Who asked is a member at once; who did not may join from now on.</summary>
    public async Task LetIn(int actor, string slug, string handle)
    {
        var profile = await reader.Known(await viewers.Find(actor), slug);
        var member = await people.Find(handle);
        var grain = grains.GetGrain<ICommunityGrain>(profile.Number);
        var asked = await grain.IsWaiting(member);
        await grain.Invite(actor, member);
        if (asked)
        {
            var owner = await personas.Owner(member);
            await grains.GetGrain<IUserGrain>(owner).Follow(Topic.Community(profile.Number));
            await Settle(owner, profile.Number);
        }
    }

    /// <summary>Waits until this host shows what was done to a member's membership.</summary>
    public async Task Settle(int member, int community)
    {
        await tail.Settled(tail.Shape.QueueOf(member));
        var seat = await personas.Of(member, community);
        if (seat != member)
        {
            await tail.Settled(tail.Shape.QueueOf(seat));
        }
    }
}
