using Orleans.Concurrency;
using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Reactions;

namespace OrleansMixi.Members;

/// <summary>
/// One member as an author: decides whether the member may do a thing at this rate, and commits it to the log. Key: the
/// member's number. Called by the web host on behalf of the signed-in member; every answer comes after the commit.
/// Refusals throw <see cref="MixiException"/>.
/// </summary>
[Alias("mixi.IUserGrain")]
public interface IUserGrain : IGrainWithIntegerKey
{
    /// <summary>Posts durably. Concurrent calls share commits; posts appear in the order in which calls arrived.</summary>
    [AlwaysInterleave, Alias("Publish")]
    Task<Post> Publish(PostDraft draft);

    /// <summary>Posts many in order, at most <c>Mixi:Limits:BatchPosts</c>; one refused draft does not fail its neighbours.</summary>
    [AlwaysInterleave, Alias("PublishMany")]
    Task<IReadOnlyList<PublishResult>> PublishMany(IReadOnlyList<PostDraft> drafts);

    /// <summary>Edits an own post; the history is kept.</summary>
    [Alias("Edit")]
    Task<Post> Edit(long post, PostEdit edit);

    /// <summary>Deletes an own post, a comment under one, or one in a community the member runs. Idempotent.</summary>
    [Alias("Delete")]
    Task Delete(long post);

    /// <summary>Follows a member or category, or joins a community. Idempotent.</summary>
    [Alias("Follow")]
    Task<FollowOutcome> Follow(Topic topic);

    /// <summary>Unfollows, or leaves a community. Idempotent; a friend stays a friend.</summary>
    [Alias("Unfollow")]
    Task Unfollow(Topic topic);

    /// <summary>Asks a member to become friends; if that member has asked already, both are friends.</summary>
    [Alias("RequestFriend")]
    Task<FriendOutcome> RequestFriend(int member, string? message);

    /// <summary>Accepts a request. Idempotent; not found if there is none.</summary>
    [Alias("AcceptFriend")]
    Task AcceptFriend(int member);

    /// <summary>Silently declines a request, or ends a friendship on both sides. Idempotent.</summary>
    [Alias("EndFriend")]
    Task EndFriend(int member);

    /// <summary>Blocks a member, both ways and everywhere; what else binds the two rests until the block ends. Idempotent.</summary>
    [Alias("Block")]
    Task Block(int member);

    /// <summary>Ends a block by this member; what bound the two before binds them again. Idempotent.</summary>
    [Alias("Unblock")]
    Task Unblock(int member);

    /// <summary>Reacts to a post that the member may see, or takes it back. Idempotent.</summary>
    [AlwaysInterleave, Alias("React")]
    Task React(long post, Reaction reaction, bool on);

    /// <summary>The member's own settings.</summary>
    [AlwaysInterleave, Alias("Settings")]
    Task<MemberSettings> Settings();

    /// <summary>Replaces the settings; they hold at once on this member's pages and live streams.</summary>
    [Alias("ChangeSettings")]
    Task ChangeSettings(MemberSettings settings);

    /// <summary>Counts one more write of the member, done elsewhere; refuses one too many.</summary>
    [AlwaysInterleave, Alias("Spend")]
    Task Spend();

    /// <summary>
    /// Follows or blocks again what an archive names, without being counted as a write. False for what needs others or can't
    /// be bound. Idempotent.
    /// </summary>
    [Alias("Restore")]
    Task<bool> Restore(Topic topic, EdgeKind kind);
}
