using Orleans.Concurrency;
using OrleansMixi.Friends;
using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>
/// One community: its settings, roles and who may come in. Key: the community's number. Its turns decide in order, so that a
/// bar and a join never cross. What staff does stands in the community's log. Refusals throw <see cref="MixiException"/>.
/// </summary>
[Alias("mixi.ICommunityGrain")]
public interface ICommunityGrain : IGrainWithIntegerKey
{
    /// <summary>Sets up a community that was just given its number; called once by its founder's host.</summary>
    [Alias("Found")]
    Task Found(int founder, CommunityProfile profile);

    /// <summary>The community as pages show it; null if there is none.</summary>
    [AlwaysInterleave, Alias("Profile")]
    Task<CommunityProfile?> Profile();

    /// <summary>How a member stands to it.</summary>
    [AlwaysInterleave, Alias("Standing")]
    Task<CommunityStanding> Standing(int member);

    /// <summary>Whether the member may post here: members only. Throws if not.</summary>
    [AlwaysInterleave, Alias("Admit")]
    Task Admit(int member);

    /// <summary>Whether the member may begin a topic, event or poll here. Throws if not.</summary>
    [AlwaysInterleave, Alias("AdmitBoard")]
    Task AdmitBoard(int member, PostForm form);

    /// <summary>Makes the member one of this community, or notes the wish where approval is needed; throws if barred or if an invitation is needed. Called by the member's grain.</summary>
    [Alias("Join")]
    Task<FollowOutcome> Join(int member);

    /// <summary>The member goes, or takes a request back. A founder who goes leaves the head to the longest-serving moderator. Idempotent; called by the member's grain.</summary>
    [Alias("Leave")]
    Task Leave(int member);

    /// <summary>Whether the member's request to come in waits for approval.</summary>
    [AlwaysInterleave, Alias("IsWaiting")]
    Task<bool> IsWaiting(int member);

    /// <summary>Members that wait for approval, oldest first; only for those who let in.</summary>
    [AlwaysInterleave, Alias("Requests")]
    Task<IReadOnlyList<int>> Requests(int actor);

    /// <summary>Lets a member in who asked, or invites one. The member then joins by following.</summary>
    [Alias("Invite")]
    Task Invite(int actor, int member);

    /// <summary>Declines a request, or takes back an invitation; the member is not told. Idempotent.</summary>
    [Alias("Decline")]
    Task Decline(int actor, int member);

    /// <summary>Changes the settings.</summary>
    [Alias("Change")]
    Task<CommunityProfile> Change(int actor, CommunityChange change);

    /// <summary>Names a moderator, changes a moderator's rights, or dismisses one (no rights). Only the founder.</summary>
    [Alias("SetStaff")]
    Task SetStaff(int actor, int member, CommunityRights rights);

    /// <summary>The moderators and their rights.</summary>
    [AlwaysInterleave, Alias("Staff")]
    Task<IReadOnlyDictionary<int, CommunityRights>> Staff();

    /// <summary>Keeps a member out until an end (Unix milliseconds; 0 for none); the member is out at once. A new bar replaces the one before.</summary>
    [Alias("Bar")]
    Task Bar(int actor, int member, long until, string reason);

    /// <summary>Lifts a bar. Idempotent.</summary>
    [Alias("Unbar")]
    Task Unbar(int actor, int member);

    /// <summary>Takes a post of this community out of everybody's sight but its author's.</summary>
    [Alias("RemovePost")]
    Task RemovePost(int actor, long post, string reason);

    /// <summary>Gives a removed post back. Idempotent.</summary>
    [Alias("RestorePost")]
    Task RestorePost(int actor, long post);

    /// <summary>Pins a topic, which needs the founder's Premium, or ends that.</summary>
    [Alias("Pin")]
    Task Pin(int actor, long post, bool pinned);

    /// <summary>Calls an event off, or back on; its author may, and staff.</summary>
    [Alias("CancelEvent")]
    Task CancelEvent(int actor, long post, bool cancelled);

    /// <summary>Gives the head to another member. Only the founder.</summary>
    [Alias("HandOver")]
    Task HandOver(int actor, int member);

    /// <summary>Takes the head that is empty, or whose holder is gone.</summary>
    [Alias("Claim")]
    Task Claim(int actor);

    /// <summary>Undoes what an entry of the log tells; the undoing is an entry of its own. Whoever might do a thing may undo it.</summary>
    [Alias("Undo")]
    Task Undo(int actor, long entry);
}
