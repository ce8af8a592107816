using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansMixi.Log;

namespace OrleansMixi.Notifications;

/// <summary>Makes sure that every queue has its reader of notifications on some host.</summary>
internal sealed partial class NotificationKeeper(
    IGrainFactory grains, LogShape shape, IOptions<NotificationOptions> options, TimeProvider time, ILogger<NotificationKeeper> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Keep, time);
        do
        {
            try
            {
                await Task.WhenAll(Enumerable.Range(0, shape.Queues).Select(queue => grains.GetGrain<INotificationReaderGrain>(queue).Keep())).WaitAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // The cluster is just starting, or a host just went: the next turn finds them a place.
                LogAway(error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(EventIds.NotificationsAway, LogLevel.Debug, "Some readers of notifications could not be called")]
    private partial void LogAway(Exception error);
}
