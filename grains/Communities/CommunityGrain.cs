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
    private CommunityGuests _guests = null!;
    private CommunityHead _head = null!;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _desk = new((int)this.GetPrimaryKeyLong(), communities, staff, book, personas, log);
        _members = new(_desk, edges, personas, log);
        _deeds = new(_desk, _members, new(_desk, posts, removed, log), communities, guests, options, time);
        _guests = new(_desk, _members, _deeds, guests, bars, personas, box, options);
        _head = new(_desk, _members, _deeds, personas, authors, trace, plans, options, time);
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
        var guest = belongs ? null : await _guests.Guest(seat);
        return new(
            belongs,
            _desk.Founded.Founder == seat,
            _desk.RightsOf(seat),
            guest == GuestState.Asked,
            guest == GuestState.Invited,
            belongs ? null : await _guests.BarOf(member, seat),
            belongs && _desk.Founded.Founder != seat && await _head.MayClaim(seat));
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

        if (form == PostForm.Poll && !await _head.HasPremium())
        {
            throw Errors.Forbidden("Polls are there in communities whose founder has Premium.");
        }
    }

    public Task<FollowOutcome> Join(int member) => _guests.Join(member);

    public async Task Leave(int member)
    {
        var seat = await _desk.Seat(member);
        await _guests.Forget(seat);
        await _members.Out(seat);
        if (_desk.Profile is null || _desk.RightsOf(seat) == CommunityRights.None)
        {
            return;
        }

        if (_desk.Founded.Founder == seat)
        {
            await _head.HandOver(seat, Succession.Heir(seat, _desk.Staff));
        }

        await _desk.Write(
            CommunityDeeds.Of(seat, CommunityAction.Staff, seat, CommunityDeeds.Text((int)_desk.RightsOf(seat)), CommunityDeeds.Text(0)),
            (connection, transaction) => StaffStore.Set(connection, transaction, _desk.Number, seat, CommunityRights.None, 0));
        await _desk.Load();
    }

    public Task<bool> IsWaiting(int member) => _guests.IsWaiting(member);

    public Task<IReadOnlyList<int>> Requests(int actor) => _guests.Requests(actor);

    public Task Invite(int actor, int member) => _guests.Invite(actor, member);

    public Task Decline(int actor, int member) => _guests.Decline(actor, member);

    public async Task<CommunityProfile> Change(int actor, CommunityChange change)
    {
        change.Check();
        var before = CommunityChange.To(_desk.Founded);
        var after = CommunityChange.To(change.Of(_desk.Founded));
        if (after != before)
        {
            await _deeds.Do(actor, CommunityAction.Settings, 0, JsonSerializer.Serialize(before), JsonSerializer.Serialize(after));
        }

        return _desk.Founded;
    }

    public Task SetStaff(int actor, int member, CommunityRights rights) =>
        _desk.RightsOf(member) == rights && rights != CommunityRights.All
            ? Task.CompletedTask
            : _deeds.Do(actor, CommunityAction.Staff, member, CommunityDeeds.Text((int)_desk.RightsOf(member)), CommunityDeeds.Text((int)(rights & CommunityRights.All)));

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
        await _deeds.Do(actor, CommunityAction.Barred, member, before is null ? "" : JsonSerializer.Serialize(before), JsonSerializer.Serialize(bar), reason.Trim());
    }

    public async Task Unbar(int actor, int member)
    {
        if (await bars.Find(_desk.Number, member) is { } bar)
        {
            await _deeds.Do(actor, CommunityAction.Unbarred, member, JsonSerializer.Serialize(bar), "");
        }
    }

    public async Task RemovePost(int actor, long post, string reason)
    {
        PostRules.Text("reason", reason, CommunityBar.MaxReason);
        if (!await IsRemoved(post))
        {
            await _deeds.Do(actor, CommunityAction.Removed, 0, CommunityDeeds.No, CommunityDeeds.Yes, reason.Trim(), post);
        }
    }

    public async Task RestorePost(int actor, long post)
    {
        if (await IsRemoved(post))
        {
            await _deeds.Do(actor, CommunityAction.Restored, 0, CommunityDeeds.Yes, CommunityDeeds.No, "", post);
        }
    }

    public async Task Pin(int actor, long post, bool pinned)
    {
        var row = await boards.Find(post);
        if (row?.Community != _desk.Number)
        {
            throw Errors.NotFound("topic");
        }

        if (pinned && !await _head.HasPremium())
        {
            throw Errors.Forbidden("Topics are pinned in communities whose founder has Premium.");
        }

        if (row.Pinned == 1 != pinned)
        {
            await _deeds.Do(actor, CommunityAction.Pinned, 0, pinned ? CommunityDeeds.No : CommunityDeeds.Yes, pinned ? CommunityDeeds.Yes : CommunityDeeds.No, "", post);
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
            var deed = CommunityDeeds.Of(seat, CommunityAction.Cancelled, 0, cancelled ? CommunityDeeds.No : CommunityDeeds.Yes, cancelled ? CommunityDeeds.Yes : CommunityDeeds.No, "", post);
            await ((await posts.Find(post))?.Author == seat ? _deeds.Cancel(deed) : _deeds.Do(deed));
        }
    }

    public Task HandOver(int actor, int member) => _head.HandOver(actor, member);

    public Task Claim(int actor) => _head.Claim(actor);

    public async Task Undo(int actor, long entry)
    {
        var seat = await _desk.Seat(actor);
        var done = await book.Find(_desk.Number, entry) ?? throw Errors.NotFound("entry");
        if (done.Undone != 0)
        {
            throw Errors.Conflict("This was undone already.");
        }

        var deed = CommunityDeeds.Of(seat, done.Action, done.Subject, done.After, done.Before, "", done.Post);
        deed.Undoes = done.Number;
        await _deeds.Do(deed);
    }

    private async Task<bool> IsRemoved(long post) => await removed.Find(_desk.Number, post) is not null;

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
