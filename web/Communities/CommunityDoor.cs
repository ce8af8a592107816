using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>Lets members into a community, in the name of its founder.</summary>
internal sealed class CommunityDoor(CommunityStore communities, AuthorStore authors, IGrainFactory grains)
{
    /// <summary>The number behind a slug; refused as not found if there is none.</summary>
    public async Task<int> Number(string slug)
    {
        var number = Handle.Fold(slug) is { } folded ? await communities.Number(folded) : 0;
        return number != 0 ? number : throw Errors.NotFound("community");
    }

    /// <summary>Members who wait for approval, if the actor may know.</summary>
    public async Task<IReadOnlyList<Author>> Waiting(int actor, int community) =>
        [.. (await authors.Get(await grains.GetGrain<ICommunityGrain>(community).Requests(actor))).Values.OrderBy(author => author.Handle, StringComparer.Ordinal)];

    /// <summary>Who asked is a member at once; who did not may join from now on. Answers the member's number.</summary>
    public async Task<int> LetIn(int actor, string slug, string handle)
    {
        var community = await Number(slug);
        var member = Handle.Fold(handle) is { } folded ? await authors.Find(folded) : null;
        var number = member?.Number ?? throw Errors.NotFound("member");
        var grain = grains.GetGrain<ICommunityGrain>(community);
        var asked = await grain.IsWaiting(number);
        await grain.Invite(actor, number);
        if (asked)
        {
            await grains.GetGrain<IUserGrain>(number).Follow(Topic.Community(community));
        }

        return number;
    }
}
