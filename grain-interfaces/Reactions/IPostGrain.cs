using Orleans.Concurrency;

namespace OrleansMixi.Reactions;

/// <summary>
/// What is hot about one post: reactions are committed in batches, and what is counted about the post is told to live
/// readers at most about once a second, however much comes. Key: the post's id. Whether the member may see the post was
/// asked before.
/// </summary>
[Alias("mixi.IPostGrain")]
public interface IPostGrain : IGrainWithIntegerKey
{
    /// <summary>Reacts, or takes it back; answers after the commit. Idempotent.</summary>
    [AlwaysInterleave, Alias("React")]
    Task React(ReactionChange change);

    /// <summary>A comment or share by a member was committed, or taken back: what is counted changed.</summary>
    [AlwaysInterleave, Alias("Counted")]
    Task Counted(int actor);
}
