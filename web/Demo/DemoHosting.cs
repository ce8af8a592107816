using Microsoft.Extensions.Options;
using OrleansMixi.Hosting;

namespace OrleansMixi.Demo;

/// <summary>Starts the demo town with the host, if it is wanted.</summary>
internal sealed partial class DemoHosting(DemoTown town, DemoBot bot, IOptions<TownOptions> options, IHostApplicationLifetime lifetime, ILogger<DemoHosting> logger) : BackgroundService
{
    private volatile bool _filling = options.Value.Demo;

    /// <summary>The town is not furnished yet.</summary>
    public bool Filling => _filling;

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
            return;
        }
        finally
        {
            _filling = false;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await bot.Run(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogFailed(error);
                await Task.Delay(options.Value.DemoInterval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(EventIds.DemoFailed, LogLevel.Error, "The demo town is not as it should be; it tries again")]
    private partial void LogFailed(Exception error);
}
