using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Notifications;
using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>A community's settings, and who may come in and post.</summary>
internal sealed class CommunityGrain([PersistentState("community")] IPersistentState<CommunityState> state, EdgeStore edges, NotificationBox box)
    : Grain, ICommunityGrain
{
    // The state is one row that is written whole.
    private const int MaxWaiting = 1_000;

    private Topic Topic => Topic.Community((int)this.GetPrimaryKeyLong());

    public async Task Found(int founder, CommunityProfile profile)
    {
        state.State.Profile ??= profile with { Founder = founder };
        await state.WriteStateAsync();
    }

    public Task<CommunityProfile?> Profile() => Task.FromResult(state.State.Profile);

    public async Task Admit(int member)
    {
        Founded();
        if ((await edges.Between(member, Topic) & EdgeKind.Member) == 0)
        {
            throw Errors.Forbidden("Only members post in a community; join it first (PUT /api/follows/community:…).");
        }
    }

    public Task<bool> MayModerate(int member) => Task.FromResult(state.State.Profile?.Founder == member);

    public async Task<bool> MayJoin(int member)
    {
        var profile = Founded();
        if (profile.Joining == Joining.Open || profile.Founder == member || state.State.Invited.Contains(member))
        {
            return true;
        }

        if (profile.Joining == Joining.Invitation)
        {
            throw Errors.Forbidden("This community takes members by invitation; ask its founder for one.");
        }

        if (!state.State.Requests.Contains(member))
        {
            if (state.State.Requests.Count >= MaxWaiting)
            {
                throw Errors.Conflict($"{MaxWaiting} members wait for approval already; try again later.");
            }

            state.State.Requests.Add(member);
            await state.WriteStateAsync();
            await box.Add(profile.Founder, NotificationKind.CommunityRequest, profile.Number, member);
        }

        return false;
    }

    public Task<bool> IsWaiting(int member) => Task.FromResult(state.State.Requests.Contains(member));

    public Task<IReadOnlyList<int>> Requests(int actor) =>
        Task.FromResult<IReadOnlyList<int>>(Founded().Founder == actor ? [.. state.State.Requests] : []);

    public async Task Invite(int actor, int member)
    {
        if (Founded().Founder != actor)
        {
            throw Errors.Forbidden("Only the founder lets members in.");
        }

        if (state.State.Invited.Count >= MaxWaiting)
        {
            throw Errors.Conflict($"{MaxWaiting} invitations are open; that is the most.");
        }

        state.State.Invited.Add(member);
        var asked = state.State.Requests.Remove(member);
        await state.WriteStateAsync();
        await box.Remove(actor, NotificationKind.CommunityRequest, Topic.Number, member);
        await box.Add(member, asked ? NotificationKind.CommunityApproved : NotificationKind.CommunityInvitation, Topic.Number, actor);
    }

    private CommunityProfile Founded() => state.State.Profile ?? throw Errors.NotFound("community");
}
