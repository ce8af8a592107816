using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OrleansMixi.Notifications;

/// <summary>Gives a reader of one queue a place on one host of the cluster, and another place when that host is gone.</summary>
internal sealed class NotificationReaderGrain(IServiceProvider services, ILogger<NotificationReaderGrain> logger) : Grain, INotificationReaderGrain, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _run = Task.CompletedTask;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var reader = ActivatorUtilities.CreateInstance<NotificationReader>(services, (int)this.GetPrimaryKeyLong(), (ILogger)logger);
        _run = reader.Run(_stop.Token);
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _run;
    }

    public void Dispose() => _stop.Dispose();

    public Task Keep() => Task.CompletedTask;
}
