using System.Data.Common;
using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>One community's settings and staff in memory, who may do what, and the book in which every action is written.</summary>
internal sealed class CommunityDesk(int number, CommunityStore communities, StaffStore staff, CommunityLogStore book, PersonaStore personas, PostLog log)
{
    private CommunityProfile? _profile;

    /// <summary>The community's number.</summary>
    public int Number => number;

    /// <summary>Where its posts stand.</summary>
    public Topic Topic => Topic.Community(number);

    /// <summary>The settings; null until founded.</summary>
    public CommunityProfile? Profile => _profile;

    /// <summary>The settings; refuses when there is no such community.</summary>
    public CommunityProfile Founded => _profile ?? throw Errors.NotFound("community");

    /// <summary>The moderators, longest-serving first.</summary>
    public IReadOnlyList<(int Member, CommunityRights Rights)> Staff { get; private set; } = [];

    /// <summary>Reads everything anew.</summary>
    public async Task Load()
    {
        _profile = await communities.Read(number);
        Staff = await staff.Of(number);
    }

    /// <summary>The number under which a member appears here.</summary>
    public ValueTask<int> Seat(int member) => personas.Of(member, number);

    /// <summary>What somebody may do here.</summary>
    public CommunityRights RightsOf(int seat) =>
        _profile?.Founder == seat && seat != 0 ? CommunityRights.All : Staff.FirstOrDefault(one => one.Member == seat).Rights;

    /// <summary>Refuses those who may not.</summary>
    public void Require(int seat, CommunityAction action)
    {
        var founder = Founded.Founder == seat;
        var right = RightOf(action);
        if (right == CommunityRights.None ? !founder : (RightsOf(seat) & right) == 0)
        {
            throw Errors.Forbidden(right == CommunityRights.None
                ? "Only the founder of the community may do this."
                : $"Only the founder and moderators with the right '{right.ToString().ToLowerInvariant()}' may do this; ask the founder for it.");
        }
    }

    /// <summary>Writes an action into the book, together with its effect.</summary>
    public Task Write(CommunityLogRow row, Func<DbConnection, DbTransaction, Task> effect)
    {
        row.Community = number;
        return book.Write(row, effect);
    }

    /// <summary>Tells all hosts that the settings changed, and reads them anew.</summary>
    public async Task Tell(int actor)
    {
        await Load();
        await log.Append(new(ActivityKind.Community, actor, actor, Topic));
    }

    private static CommunityRights RightOf(CommunityAction action) => action switch
    {
        CommunityAction.Approved or CommunityAction.Declined or CommunityAction.Invited or CommunityAction.PutOut => CommunityRights.Approve,
        CommunityAction.Barred or CommunityAction.Unbarred => CommunityRights.Bar,
        CommunityAction.Removed or CommunityAction.Restored => CommunityRights.Remove,
        CommunityAction.Settings => CommunityRights.Settings,
        CommunityAction.Pinned or CommunityAction.Cancelled => CommunityRights.Board,
        _ => CommunityRights.None,
    };
}
