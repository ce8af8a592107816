using Microsoft.Extensions.Options;
using OrleansMixi.Members;
using OrleansMixi.Plans;

namespace OrleansMixi.Communities;

/// <summary>The head of a community: who it is, what that opens, and how it passes on.</summary>
internal sealed class CommunityHead(
    CommunityDesk desk, CommunityMembers members, CommunityDeeds deeds, PersonaStore personas, AuthorStore authors, FounderTrace trace, Entitlements plans,
    IOptions<CommunityOptions> options, TimeProvider time)
{
    /// <summary>Whether the founder has Premium.</summary>
    public async Task<bool> HasPremium() => desk.Founded.Founder is not 0 and var founder && await plans.HasPremium(await personas.Owner(founder));

    public async Task HandOver(int actor, int member)
    {
        var seat = await desk.Seat(actor);
        if (desk.Founded.Founder != seat)
        {
            throw Errors.Forbidden("Only the founder hands the community over.");
        }

        if (member != seat)
        {
            await deeds.HandOver(CommunityDeeds.Of(seat, CommunityAction.HandedOver, member, CommunityDeeds.Text(seat), CommunityDeeds.Text(member)));
        }
    }

    public async Task Claim(int actor)
    {
        var seat = await desk.Seat(actor);
        if (!await members.Has(seat) || !await MayClaim(seat))
        {
            throw Errors.Forbidden(
                $"The head of a community can be taken when its founder is gone or wrote nothing for {options.Value.FounderGone.TotalDays:0} days (Mixi:Communities:FounderGone): by a moderator, or by any member where there is none.");
        }

        await deeds.HandOver(CommunityDeeds.Of(seat, CommunityAction.HandedOver, seat, CommunityDeeds.Text(desk.Founded.Founder), CommunityDeeds.Text(seat)));
    }

    /// <summary>Whether a member may take the head.</summary>
    public async Task<bool> MayClaim(int seat)
    {
        var founder = desk.Founded.Founder;
        var gone = Succession.IsGone(
            founder,
            founder != 0 && await authors.Find(await personas.Owner(founder)) is not { Suspended: false },
            founder == 0 ? null : await trace.LastSeen(founder, await personas.Owner(founder)),
            options.Value.FounderGone,
            time.GetUtcNow());
        return Succession.MayClaim(gone, member: true, desk.RightsOf(seat) != CommunityRights.None, desk.Staff.Count > 0);
    }
}
