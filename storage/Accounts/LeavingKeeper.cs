using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansMixi.Storage;

namespace OrleansMixi.Accounts;

/// <summary>Tidies up behind members who left, on whichever host looks first.</summary>
public sealed partial class LeavingKeeper(Leaving leaving, IOptions<LeavingOptions> options, TimeProvider time, ILogger<LeavingKeeper> logger) : BackgroundService
{
    private readonly Rounds _rounds = new(options.Value.Look, time);

    /// <summary>Looks at once.</summary>
    public void Look() => _rounds.Knock();

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                while (await leaving.GoOn(stoppingToken))
                {
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogFailed(error);
            }

            await _rounds.Next(stoppingToken);
        }
    }

    [LoggerMessage(EventIds.LeavingFailed, LogLevel.Warning, "Tidying up behind a member who left failed; it is tried again")]
    private partial void LogFailed(Exception error);
}
