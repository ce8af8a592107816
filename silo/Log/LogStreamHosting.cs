using Microsoft.Extensions.DependencyInjection;
using Orleans.Streams;

namespace OrleansMixi.Log;

/// <summary>Adds the stream that carries the log to the timeline shards.</summary>
public static class LogStreamHosting
{
    // The receiver waits by itself; the timer only starts the next wait.
    private static readonly TimeSpan Restart = TimeSpan.FromMilliseconds(5);

    /// <summary>Adds the log's stream provider; storage must be registered.</summary>
    public static ISiloBuilder AddLogStream(this ISiloBuilder silo) => silo.AddPersistentStreams(
        LogStream.Provider,
        (services, _) => ActivatorUtilities.CreateInstance<LogQueueAdapter>(services),
        streams =>
        {
            streams.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly);
            streams.ConfigurePullingAgent(agent => agent.Configure(options =>
            {
                options.GetQueueMsgsTimerPeriod = Restart;
                options.MaxEventDeliveryTime = TimeSpan.FromSeconds(30);
                options.StreamInactivityPeriod = TimeSpan.FromHours(1);
            }));
        });
}
