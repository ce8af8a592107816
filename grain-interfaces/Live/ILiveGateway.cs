using Orleans.Concurrency;

namespace OrleansMixi.Live;

/// <summary>A web host as the shards know it. Calls may be lost, repeated or reordered; the ranges in them tell.</summary>
[Alias("mixi.ILiveGateway")]
public interface ILiveGateway : IGrainObserver
{
    /// <summary>Hands over what one batch of the log means to this host's readers of one shard.</summary>
    [OneWay, Alias("Deliver")]
    Task Deliver(LiveBatch batch);
}
