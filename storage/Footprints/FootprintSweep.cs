using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OrleansMixi.Footprints;

/// <summary>Sweeps away what is too old. Every host does; doing it twice does no harm.</summary>
public sealed partial class FootprintSweep(FootprintStore store, IOptions<FootprintOptions> options, TimeProvider time, ILogger<FootprintSweep> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Sweep, time);
        do
        {
            try
            {
                await store.Sweep((time.GetUtcNow() - options.Value.Kept).ToUnixTimeMilliseconds());
            }
            catch (Exception error)
            {
                LogFailed(error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(EventIds.FootprintSweepFailed, LogLevel.Warning, "Old footprints could not be swept away; it is tried again")]
    private partial void LogFailed(Exception error);
}
