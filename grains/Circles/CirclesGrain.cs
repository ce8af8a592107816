using Microsoft.Extensions.Options;
using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Profiles;

namespace OrleansMixi.Circles;

/// <summary>Changes a member's friend groups, one change after the other, and tells all hosts.</summary>
internal sealed class CirclesGrain(FriendGroupStore groups, EdgeStore edges, PostLog log, IOptions<LimitOptions> limits) : Grain, ICirclesGrain
{
    private const int MaxName = 40;

    private int Me => (int)this.GetPrimaryKeyLong();

    public async Task<int> Create(string name)
    {
        var checkedName = Checked(name);
        await Spend();
        var number = await groups.Create(Me, checkedName, limits.Value.FriendGroups)
            ?? throw Errors.Conflict($"You have {limits.Value.FriendGroups} friend groups (Mixi:Limits:FriendGroups); take one away first.");
        await Tell();
        return number;
    }

    public async Task Rename(int number, string name)
    {
        var checkedName = Checked(name);
        await Spend();
        if (!await groups.Rename(Me, number, checkedName))
        {
            throw Errors.NotFound("friend group");
        }

        await Tell();
    }

    public async Task Remove(int number)
    {
        await Spend();
        if (number != FriendGroup.Close && await groups.Remove(Me, number))
        {
            await GrainFactory.GetGrain<IProfileGrain>(Me).Forget(Audiences.Group(number));
            await Tell();
        }
    }

    public async Task Fill(int number, IReadOnlyList<int> friends)
    {
        await Exists(number);
        await Spend();
        await groups.Fill(Me, number, friends);
        await Tell();
    }

    public async Task Place(int number, int friend, bool inside)
    {
        await Exists(number);
        await Spend();
        if (!inside)
        {
            await groups.Drop(Me, number, friend);
        }
        else if ((await edges.Between(Me, Topic.User(friend))).Holds(EdgeKind.Friend))
        {
            await groups.Add(Me, number, friend);
        }
        else
        {
            throw Errors.NotFound("friend");
        }

        await Tell();
    }

    private async Task Exists(int number)
    {
        if (await groups.Find(Me, number) is null)
        {
            throw Errors.NotFound("friend group");
        }
    }

    private static string Checked(string name)
    {
        PostRules.Text("name", name, MaxName);
        var trimmed = name.Trim();
        return trimmed.Length > 0 ? trimmed : throw Errors.Invalid("name", "'name' is empty; give the group a name.");
    }

    private Task Spend() => GrainFactory.GetGrain<IUserGrain>(Me).Spend();

    private Task Tell() => log.Append(new(ActivityKind.Member, Me, Me, Topic.User(Me)));
}
