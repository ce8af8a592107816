using OrleansMixi.Friends;
using OrleansMixi.Pages.Data;
using OrleansMixi.Posts;
using OrleansMixi.Reactions;

namespace OrleansMixi.Pages.Actions;

/// <summary>
/// All that the pages' forms do, on behalf of the signed-in member whose number comes first. Every answer comes after the
/// commit; refusals throw <see cref="MixiException"/>; unknown names are refused as not found.
/// </summary>
public interface IPageActions
{
    /// <summary>Posts a voice, with an own loose picture if there is one; the same key with the same text posts once. <paramref name="topic"/> null: the member's own; <paramref name="replyTo"/> makes it a comment, <paramref name="fleeting"/> lets others see it for a day only.</summary>
    Task<PostView> Publish(int member, TopicName? topic, string text, Audience audience, string? key, long replyTo = 0, IReadOnlyList<long>? media = null, bool fleeting = false);

    /// <summary>Shares a post; a second time changes nothing.</summary>
    Task Share(int member, long post);

    /// <summary>Reacts to a post, or takes it back.</summary>
    Task React(int member, long post, Reaction reaction, bool on);

    /// <summary>Blocks a member, or ends the block.</summary>
    Task Block(int member, string handle, bool on);

    /// <summary>Edits an own post; with pictures those are all that it has from now on.</summary>
    Task Edit(int member, long post, string text, IReadOnlyList<long>? pictures = null);

    /// <summary>Deletes an own post, or one that the member may moderate.</summary>
    Task Delete(int member, long post);

    /// <summary>Follows a member or category, or joins a community.</summary>
    Task<FollowOutcome> Follow(int member, TopicName topic);

    /// <summary>Unfollows, or leaves a community.</summary>
    Task Unfollow(int member, TopicName topic);

    /// <summary>Asks a member to become friends.</summary>
    Task<FriendOutcome> RequestFriend(int member, string handle, string? message);

    /// <summary>Accepts a friend request.</summary>
    Task AcceptFriend(int member, string handle);

    /// <summary>Silently declines a request, or ends a friendship.</summary>
    Task EndFriend(int member, string handle);

    /// <summary>Replaces nickname and settings.</summary>
    Task ChangeSettings(int member, OwnSettings settings);

    /// <summary>Keeps in which language the member reads pages, and so mails.</summary>
    Task ChangeLanguage(int member, string language);
}
