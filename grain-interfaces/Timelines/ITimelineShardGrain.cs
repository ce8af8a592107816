using OrleansMixi.Live;

namespace OrleansMixi.Timelines;

/// <summary>
/// The timelines of all members whose number modulo S is the key, and the live readers registered here. State is derived
/// from log and edges and lives in memory; a shard that moves or crashes builds it anew. Called by web hosts; nothing it
/// answers has been filtered by what the member may see.
/// </summary>
[Alias("mixi.ITimelineShardGrain")]
public interface ITimelineShardGrain : IGrainWithIntegerKey
{
    /// <summary>A page of a home timeline, newest first, at one vector.</summary>
    [Alias("Page")]
    Task<TimelinePage> Page(PageRequest request);

    /// <summary>Returns once the shard has taken everything up to an id of its queue, and handed it to its gateways.</summary>
    [Alias("Reach")]
    Task Reach(long id);

    /// <summary>Registers live readers and answers, for each in order, what it missed since its cursor; both in one turn, so that nothing falls between.</summary>
    [Alias("Watch")]
    Task<IReadOnlyList<WatchReply>> Watch(ILiveGateway gateway, IReadOnlyList<WatchRequest> readers);

    /// <summary>Forgets a live reader. Unknown readers are ignored.</summary>
    [Alias("Unwatch")]
    Task Unwatch(ILiveGateway gateway, int reader);

    /// <summary>Says that a gateway still lives; answers the shard's epoch and how many of its readers are registered.</summary>
    [Alias("Renew")]
    Task<RenewReply> Renew(ILiveGateway gateway);
}
