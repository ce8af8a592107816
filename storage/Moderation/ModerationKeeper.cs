using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansMixi.Storage;

namespace OrleansMixi.Moderation;

/// <summary>Ends measures at their end, and tells what a host that died could not tell.</summary>
public sealed partial class ModerationKeeper(Moderator moderator, IOptions<ModerationOptions> options, TimeProvider time, ILogger<ModerationKeeper> logger)
    : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var rounds = new Rounds(options.Value.Look, time);
        while (true)
        {
            await rounds.Next(stoppingToken);
            try
            {
                await moderator.GoOn();
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogFailed(error);
            }
        }
    }

    [LoggerMessage(EventIds.ModerationFailed, LogLevel.Warning, "Measures could not be ended or told; it is tried again")]
    private partial void LogFailed(Exception error);
}
