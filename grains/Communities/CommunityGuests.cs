using Microsoft.Extensions.Options;
using OrleansMixi.Friends;
using OrleansMixi.Notifications;

namespace OrleansMixi.Communities;

/// <summary>The door of a community: who comes in, asks, is invited or barred, and who is told of it.</summary>
internal sealed class CommunityGuests(
    CommunityDesk desk, CommunityMembers members, CommunityDeeds deeds, GuestStore guests, BarStore bars, PersonaStore personas, NotificationBox box, IOptions<CommunityOptions> options)
{
    /// <summary>How somebody who is no member stands at the door; null for who neither asked nor was invited.</summary>
    public async Task<GuestState?> Guest(int seat) => (await guests.Find(desk.Number, seat))?.State;

    /// <summary>What keeps a member out, under either number.</summary>
    public async Task<CommunityBar?> BarOf(int member, int seat) =>
        await bars.Find(desk.Number, member) ?? (seat == member ? null : await bars.Find(desk.Number, seat));

    public async Task<FollowOutcome> Join(int member)
    {
        var profile = desk.Founded;
        var seat = await desk.Seat(member);
        if (await BarOf(member, seat) is { } bar)
        {
            throw Errors.Forbidden(bar.Until == 0
                ? $"You are barred from this community, without end. Reason: {bar.Reason}"
                : $"You are barred from this community until {DateTimeOffset.FromUnixTimeMilliseconds(bar.Until):u}. Reason: {bar.Reason}");
        }

        var invited = await Guest(seat) == GuestState.Invited;
        if (profile.Joining != Joining.Open && profile.Founder != seat && !invited)
        {
            return await Ask(profile, seat);
        }

        await members.Enter(member, seat);
        await guests.Remove(desk.Number, seat);
        return FollowOutcome.Following;
    }

    /// <summary>Whether a member asked and waits.</summary>
    public async Task<bool> IsWaiting(int member) => await Guest(await desk.Seat(member)) == GuestState.Asked;

    /// <summary>A request or invitation ends without a word in the book.</summary>
    public Task Forget(int seat) => guests.Remove(desk.Number, seat);

    public async Task<IReadOnlyList<int>> Requests(int actor) =>
        (desk.RightsOf(await desk.Seat(actor)) & CommunityRights.Approve) == 0 ? [] : [.. (await guests.Of(desk.Number, GuestState.Asked)).Select(guest => guest.Member)];

    public async Task Invite(int actor, int member)
    {
        var guest = await guests.Find(desk.Number, member);
        if (guest?.State == GuestState.Invited || await members.Has(member))
        {
            return;
        }

        if (await bars.Find(desk.Number, member) is not null)
        {
            throw Errors.Conflict("This member is barred; lift the bar first.");
        }

        if (await guests.Count(desk.Number, GuestState.Invited) >= options.Value.Waiting)
        {
            throw Errors.Conflict($"{options.Value.Waiting} invitations are open; that is the most (Mixi:Communities:Waiting).");
        }

        var asked = guest is not null;
        await deeds.Do(actor, asked ? CommunityAction.Approved : CommunityAction.Invited, member, asked ? CommunityDeeds.Asked : CommunityDeeds.Stranger, CommunityDeeds.Invited);
        await Answered(member);
        await box.Add(await personas.Owner(member), asked ? NotificationKind.CommunityApproved : NotificationKind.CommunityInvitation, desk.Number, await desk.Seat(actor));
    }

    public async Task Decline(int actor, int member)
    {
        if (await guests.Find(desk.Number, member) is { } guest)
        {
            var asked = guest.State == GuestState.Asked;
            await deeds.Do(actor, asked ? CommunityAction.Declined : CommunityAction.PutOut, member, asked ? CommunityDeeds.Asked : CommunityDeeds.Invited, CommunityDeeds.Stranger);
            await Answered(member);
        }
    }

    private IEnumerable<int> Approvers(CommunityProfile profile) =>
        desk.Staff.Where(staff => (staff.Rights & CommunityRights.Approve) != 0).Select(staff => staff.Member).Append(profile.Founder).Distinct();

    /// <summary>Nobody is told any more that somebody waits.</summary>
    private async Task Answered(int member)
    {
        foreach (var approver in Approvers(desk.Founded))
        {
            await box.Remove(await personas.Owner(approver), NotificationKind.CommunityRequest, desk.Number, member);
        }
    }

    private async Task<FollowOutcome> Ask(CommunityProfile profile, int seat)
    {
        if (profile.Joining == Joining.Invitation)
        {
            throw Errors.Forbidden("This community takes members by invitation; ask its founder for one.");
        }

        if (await guests.Count(desk.Number, GuestState.Asked) >= options.Value.Waiting)
        {
            throw Errors.Conflict($"{options.Value.Waiting} members wait for approval already (Mixi:Communities:Waiting); try again later.");
        }

        await guests.Ask(desk.Number, seat);
        foreach (var approver in Approvers(profile))
        {
            await box.Add(await personas.Owner(approver), NotificationKind.CommunityRequest, desk.Number, seat);
        }

        return FollowOutcome.Requested;
    }
}
