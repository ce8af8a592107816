using Microsoft.Extensions.Options;
using OrleansMixi.Hosting;

namespace OrleansMixi.Demo;

/// <summary>Starts the demo town with the host, if it is wanted.</summary>
internal sealed partial class DemoHosting(DemoTown town, IOptions<TownOptions> options, IHostApplicationLifetime lifetime, ILogger<DemoHosting> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Demo)
        {
            return;
        }

        // The grains answer once the host has started.
        var started = new TaskCompletionSource();
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        try
        {
            await town.Fill();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogFailed(error);
        }
    }

    [LoggerMessage(EventIds.DemoFailed, LogLevel.Error, "The demo town could not be filled")]
    private partial void LogFailed(Exception error);
}
