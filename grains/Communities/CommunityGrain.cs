using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Notifications;
using OrleansMixi.Plans;
using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>A community: who may come in, post and act as staff. Members are known here by the number under which they appear.</summary>
internal sealed class CommunityGrain(
    [PersistentState("community")] IPersistentState<CommunityState> state,
    CommunityStore communities,
    StaffStore staff,
    CommunityLogStore book,
    GuestStore guests,
    BarStore bars,
    RemovedStore removed,
    BoardStore boards,
    EventStore events,
    PersonaStore personas,
    NotificationBox box,
    FounderTrace trace,
    Entitlements plans,
    EdgeStore edges,
    PostStore posts,
    AuthorStore authors,
    PostLog log,
    IOptions<CommunityOptions> options,
    TimeProvider time) : Grain, ICommunityGrain
{
    private CommunityDesk _desk = null!;
    private CommunityMembers _members = null!;
    private CommunityDeeds _deeds = null!;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _desk = new((int)this.GetPrimaryKeyLong(), communities, staff, book, personas, log);
        _members = new(_desk, edges, personas, log);
        _deeds = new(_desk, _members, new(_desk, posts, removed, log), communities, guests, options, time);
        await _desk.Load();
        await MoveGuests();
    }

    public Task Found(int founder, CommunityProfile profile) => _desk.Load();

    public async Task<CommunityProfile?> Profile()
    {
        if (_desk.Profile is null)
        {
            await _desk.Load();
        }

        return _desk.Profile;
    }

    public async Task<CommunityStanding> Standing(int member)
    {
        if (member == 0 || _desk.Profile is null)
        {
            return CommunityStanding.None;
        }

        var seat = await _desk.Seat(member);
        var belongs = await _members.Has(seat);
        var guest = belongs ? null : await guests.Find(_desk.Number, seat);
        return new(
            belongs,
            _desk.Founded.Founder == seat,
            _desk.RightsOf(seat),
            guest?.State == GuestState.Asked,
            guest?.State == GuestState.Invited,
            belongs ? null : await BarOf(member, seat),
            belongs && _desk.Founded.Founder != seat && await MayClaim(seat));
    }

    public async Task Admit(int member)
    {
        _ = _desk.Founded;
        if (!await _members.Has(member))
        {
            throw Errors.Forbidden("Only members post in a community; join it first (PUT /api/follows/community:…).");
        }
    }

    public async Task AdmitBoard(int member, PostForm form)
    {
        await Admit(member);
        if (_desk.Founded.Posting == Posting.Staff && (_desk.RightsOf(member) & CommunityRights.Board) == 0)
        {
            throw Errors.Forbidden("In this community only staff begins topics, events and polls; write a post, or a comment under one.");
        }

        if (form == PostForm.Poll && !await HasPremium())
        {
            throw Errors.Forbidden("Polls are there in communities whose founder has Premium.");
        }
    }

    public async Task<FollowOutcome> Join(int member)
    {
        var profile = _desk.Founded;
        var seat = await _desk.Seat(member);
        if (await BarOf(member, seat) is { } bar)
        {
            throw Errors.Forbidden(bar.Until == 0
                ? $"You are barred from this community, without end. Reason: {bar.Reason}"
                : $"You are barred from this community until {DateTimeOffset.FromUnixTimeMilliseconds(bar.Until):u}. Reason: {bar.Reason}");
        }

        var invited = (await guests.Find(_desk.Number, seat))?.State == GuestState.Invited;
        if (profile.Joining != Joining.Open && profile.Founder != seat && !invited)
        {
            return await Ask(profile, seat);
        }

        await _members.Enter(member, seat);
        await guests.Remove(_desk.Number, seat);
        return FollowOutcome.Following;
    }

    public async Task Leave(int member)
    {
        var seat = await _desk.Seat(member);
        await guests.Remove(_desk.Number, seat);
        await _members.Out(seat);
        if (_desk.Profile is null || _desk.RightsOf(seat) == CommunityRights.None)
        {
            return;
        }

        if (_desk.Founded.Founder == seat)
        {
            await HandOver(seat, Succession.Heir(seat, _desk.Staff));
        }

        await _desk.Write(
            Deed(seat, CommunityAction.Staff, seat, Text((int)_desk.RightsOf(seat)), Text(0)),
            (connection, transaction) => StaffStore.Set(connection, transaction, _desk.Number, seat, CommunityRights.None, 0));
        await _desk.Load();
    }

    public async Task<bool> IsWaiting(int member) => (await guests.Find(_desk.Number, await _desk.Seat(member)))?.State == GuestState.Asked;

    public async Task<IReadOnlyList<int>> Requests(int actor) =>
        (_desk.RightsOf(await _desk.Seat(actor)) & CommunityRights.Approve) == 0 ? [] : [.. (await guests.Of(_desk.Number, GuestState.Asked)).Select(guest => guest.Member)];

    public async Task Invite(int actor, int member)
    {
        var guest = await guests.Find(_desk.Number, member);
        if (guest?.State == GuestState.Invited || await _members.Has(member))
        {
            return;
        }

        if (await bars.Find(_desk.Number, member) is not null)
        {
            throw Errors.Conflict("This member is barred; lift the bar first.");
        }

        if (await guests.Count(_desk.Number, GuestState.Invited) >= options.Value.Waiting)
        {
            throw Errors.Conflict($"{options.Value.Waiting} invitations are open; that is the most (Mixi:Communities:Waiting).");
        }

        var asked = guest is not null;
        await Do(actor, asked ? CommunityAction.Approved : CommunityAction.Invited, member, asked ? CommunityDeeds.Asked : CommunityDeeds.Stranger, CommunityDeeds.Invited);
        await Answered(member);
        await box.Add(await personas.Owner(member), asked ? NotificationKind.CommunityApproved : NotificationKind.CommunityInvitation, _desk.Number, await _desk.Seat(actor));
    }

    public async Task Decline(int actor, int member)
    {
        if (await guests.Find(_desk.Number, member) is { } guest)
        {
            var asked = guest.State == GuestState.Asked;
            await Do(actor, asked ? CommunityAction.Declined : CommunityAction.PutOut, member, asked ? CommunityDeeds.Asked : CommunityDeeds.Invited, CommunityDeeds.Stranger);
            await Answered(member);
        }
    }

    public async Task<CommunityProfile> Change(int actor, CommunityChange change)
    {
        change.Check();
        var before = CommunityChange.To(_desk.Founded);
        var after = CommunityChange.To(change.Of(_desk.Founded));
        if (after != before)
        {
            await Do(actor, CommunityAction.Settings, 0, JsonSerializer.Serialize(before), JsonSerializer.Serialize(after));
        }

        return _desk.Founded;
    }

    public Task SetStaff(int actor, int member, CommunityRights rights) =>
        _desk.RightsOf(member) == rights && rights != CommunityRights.All
            ? Task.CompletedTask
            : Do(actor, CommunityAction.Staff, member, Text((int)_desk.RightsOf(member)), Text((int)(rights & CommunityRights.All)));

    public Task<IReadOnlyDictionary<int, CommunityRights>> Staff() =>
        Task.FromResult<IReadOnlyDictionary<int, CommunityRights>>(_desk.Staff.ToDictionary(one => one.Member, one => one.Rights));

    public async Task Bar(int actor, int member, long until, string reason)
    {
        PostRules.Text("reason", reason, CommunityBar.MaxReason);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        if (reason.Trim().Length == 0 || (until != 0 && until <= now))
        {
            throw Errors.Invalid(reason.Trim().Length == 0 ? "reason" : "until", "A bar has a reason, which the member reads, and an end that lies ahead, or none.");
        }

        var before = await bars.Find(_desk.Number, member);
        var seat = await _desk.Seat(actor);
        var bar = new CommunityBar(member, until, reason.Trim(), seat, now);
        await Do(actor, CommunityAction.Barred, member, before is null ? "" : JsonSerializer.Serialize(before), JsonSerializer.Serialize(bar), reason.Trim());
    }

    public async Task Unbar(int actor, int member)
    {
        if (await bars.Find(_desk.Number, member) is { } bar)
        {
            await Do(actor, CommunityAction.Unbarred, member, JsonSerializer.Serialize(bar), "");
        }
    }

    public async Task RemovePost(int actor, long post, string reason)
    {
        PostRules.Text("reason", reason, CommunityBar.MaxReason);
        if (!await IsRemoved(post))
        {
            await Do(actor, CommunityAction.Removed, 0, CommunityDeeds.No, CommunityDeeds.Yes, reason.Trim(), post);
        }
    }

    public async Task RestorePost(int actor, long post)
    {
        if (await IsRemoved(post))
        {
            await Do(actor, CommunityAction.Restored, 0, CommunityDeeds.Yes, CommunityDeeds.No, "", post);
        }
    }

    public async Task Pin(int actor, long post, bool pinned)
    {
        var row = await boards.Find(post);
        if (row?.Community != _desk.Number)
        {
            throw Errors.NotFound("topic");
        }

        if (pinned && !await HasPremium())
        {
            throw Errors.Forbidden("Topics are pinned in communities whose founder has Premium.");
        }

        if (row.Pinned == 1 != pinned)
        {
            await Do(actor, CommunityAction.Pinned, 0, pinned ? CommunityDeeds.No : CommunityDeeds.Yes, pinned ? CommunityDeeds.Yes : CommunityDeeds.No, "", post);
        }
    }

    public async Task CancelEvent(int actor, long post, bool cancelled)
    {
        var row = await events.Find(post);
        if (row?.Community != _desk.Number)
        {
            throw Errors.NotFound("event");
        }

        if (row.Cancelled == 1 != cancelled)
        {
            var seat = await _desk.Seat(actor);
            var deed = Deed(seat, CommunityAction.Cancelled, 0, cancelled ? CommunityDeeds.No : CommunityDeeds.Yes, cancelled ? CommunityDeeds.Yes : CommunityDeeds.No, "", post);
            await ((await posts.Find(post))?.Author == seat ? _deeds.Cancel(deed) : _deeds.Do(deed));
        }
    }

    public async Task HandOver(int actor, int member)
    {
        var seat = await _desk.Seat(actor);
        if (_desk.Founded.Founder != seat)
        {
            throw Errors.Forbidden("Only the founder hands the community over.");
        }

        if (member != seat)
        {
            await _deeds.HandOver(Deed(seat, CommunityAction.HandedOver, member, Text(seat), Text(member)));
        }
    }

    public async Task Claim(int actor)
    {
        var seat = await _desk.Seat(actor);
        if (!await _members.Has(seat) || !await MayClaim(seat))
        {
            throw Errors.Forbidden(
                $"The head of a community can be taken when its founder is gone or wrote nothing for {options.Value.FounderGone.TotalDays:0} days (Mixi:Communities:FounderGone): by a moderator, or by any member where there is none.");
        }

        await _deeds.HandOver(Deed(seat, CommunityAction.HandedOver, seat, Text(_desk.Founded.Founder), Text(seat)));
    }

    public async Task Undo(int actor, long entry)
    {
        var seat = await _desk.Seat(actor);
        var done = await book.Find(_desk.Number, entry) ?? throw Errors.NotFound("entry");
        if (done.Undone != 0)
        {
            throw Errors.Conflict("This was undone already.");
        }

        var deed = Deed(seat, done.Action, done.Subject, done.After, done.Before, "", done.Post);
        deed.Undoes = done.Number;
        await _deeds.Do(deed);
    }

    private IEnumerable<int> Approvers(CommunityProfile profile) =>
        _desk.Staff.Where(staff => (staff.Rights & CommunityRights.Approve) != 0).Select(staff => staff.Member).Append(profile.Founder).Distinct();

    /// <summary>Nobody is told any more that somebody waits.</summary>
    private async Task Answered(int member)
    {
        foreach (var approver in Approvers(_desk.Founded))
        {
            await box.Remove(await personas.Owner(approver), NotificationKind.CommunityRequest, _desk.Number, member);
        }
    }

    private async Task<FollowOutcome> Ask(CommunityProfile profile, int seat)
    {
        if (profile.Joining == Joining.Invitation)
        {
            throw Errors.Forbidden("This community takes members by invitation; ask its founder for one.");
        }

        if (await guests.Count(_desk.Number, GuestState.Asked) >= options.Value.Waiting)
        {
            throw Errors.Conflict($"{options.Value.Waiting} members wait for approval already (Mixi:Communities:Waiting); try again later.");
        }

        await guests.Ask(_desk.Number, seat);
        foreach (var approver in Approvers(profile))
        {
            await box.Add(await personas.Owner(approver), NotificationKind.CommunityRequest, _desk.Number, seat);
        }

        return FollowOutcome.Requested;
    }

    private async Task<bool> IsRemoved(long post) => await removed.Find(_desk.Number, post) is not null;

    private async Task<CommunityBar?> BarOf(int member, int seat) =>
        await bars.Find(_desk.Number, member) ?? (seat == member ? null : await bars.Find(_desk.Number, seat));

    private async Task<bool> MayClaim(int seat)
    {
        var founder = _desk.Founded.Founder;
        var gone = Succession.IsGone(
            founder,
            founder != 0 && await authors.Find(await personas.Owner(founder)) is not { Suspended: false },
            founder == 0 ? null : await trace.LastSeen(founder, await personas.Owner(founder)),
            options.Value.FounderGone,
            time.GetUtcNow());
        return Succession.MayClaim(gone, member: true, _desk.RightsOf(seat) != CommunityRights.None, _desk.Staff.Count > 0);
    }

    private async Task<bool> HasPremium() => _desk.Founded.Founder is not 0 and var founder && await plans.HasPremium(await personas.Owner(founder));

    private async Task Do(int actor, CommunityAction action, int subject, string before, string after, string reason = "", long post = 0) =>
        await _deeds.Do(Deed(await _desk.Seat(actor), action, subject, before, after, reason, post));

    private static CommunityLogRow Deed(int actor, CommunityAction action, int subject, string before, string after, string reason = "", long post = 0) =>
        new() { Actor = actor, Action = action, Subject = subject, Before = before, After = after, Reason = reason, Post = post };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task MoveGuests()
    {
        if (state.State.Requests.Count + state.State.Invited.Count == 0)
        {
            return;
        }

        await guests.Move(_desk.Number, state.State.Requests, state.State.Invited);
        (state.State.Requests, state.State.Invited) = ([], []);
        await state.WriteStateAsync();
    }
}
