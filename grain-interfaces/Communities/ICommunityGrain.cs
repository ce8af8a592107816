namespace OrleansMixi.Communities;

/// <summary>One community: its settings, roles and who may come in. Key: the community's number. Refusals throw <see cref="MixiException"/>.</summary>
[Alias("mixi.ICommunityGrain")]
public interface ICommunityGrain : IGrainWithIntegerKey
{
    /// <summary>Sets up a community that was just given its number; called once by its founder's host.</summary>
    [Alias("Found")]
    Task Found(int founder, CommunityProfile profile);

    /// <summary>The community as pages show it; null if there is none.</summary>
    [Alias("Profile")]
    Task<CommunityProfile?> Profile();

    /// <summary>Whether the member may post here: members only. Throws if not.</summary>
    [Alias("Admit")]
    Task Admit(int member);

    /// <summary>Whether the member may remove other members' posts here.</summary>
    [Alias("MayModerate")]
    Task<bool> MayModerate(int member);

    /// <summary>Asks to come in: true if the member may join now, false if the request waits for approval; throws if an invitation is needed.</summary>
    [Alias("MayJoin")]
    Task<bool> MayJoin(int member);

    /// <summary>Whether the member's request to come in waits for approval.</summary>
    [Alias("IsWaiting")]
    Task<bool> IsWaiting(int member);

    /// <summary>Members that wait for approval, oldest first; only for those who run the community.</summary>
    [Alias("Requests")]
    Task<IReadOnlyList<int>> Requests(int actor);

    /// <summary>Lets a member in who asked, or invites one. The member then joins by following.</summary>
    [Alias("Invite")]
    Task Invite(int actor, int member);
}
