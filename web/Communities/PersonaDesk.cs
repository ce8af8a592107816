using OrleansMixi.Accounts;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>
/// Gives members personas. One is chosen before coming in: whoever watched a member vanish from a list and a persona
/// appear could join the two.
/// </summary>
internal sealed class PersonaDesk(CommunityReader reader, ViewerStore viewers, PersonaStore personas, MemberStore members, AccessLog access, People people, IGrainFactory grains)
{
    /// <summary>Takes a persona, or renames the one that the member has.</summary>
    public async Task<AuthorView> Choose(int member, string slug, string nickname)
    {
        var profile = await reader.Known(await viewers.Find(member), slug);
        var seat = await personas.Of(member, profile.Number);
        if (seat != member)
        {
            await members.Rename(seat, nickname, bot: false, language: null);
            await access.Changed(seat);
        }
        else
        {
            await Check(member, profile);
            seat = await personas.Create(member, profile.Number, nickname);
            await access.Changed(member);
        }

        return await people.Of(seat) ?? throw Errors.NotFound("persona");
    }

    private async Task Check(int member, CommunityProfile profile)
    {
        var standing = await grains.GetGrain<ICommunityGrain>(profile.Number).Standing(member);
        if (standing.Member || standing.Asked || standing.Invited)
        {
            throw Errors.Conflict("Others know you here already; leave first, and come back under the other name when nobody watches.");
        }

        if (standing.Bar is not null || profile.Joining == Joining.Invitation)
        {
            throw Errors.Forbidden("Under another name one comes in where the door is open or opened on request; an invitation tells who you are.");
        }
    }
}
