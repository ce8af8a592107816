using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OrleansMixi.Diaries;

/// <summary>Posts diary entries when their time comes. Each host looks; a draft is taken by one of them.</summary>
internal sealed partial class DiarySchedule(DraftStore drafts, DiaryPress press, TimeProvider time, ILogger<DiarySchedule> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await drafts.Take() is { } due)
                {
                    await Post(due.Member, due.Number);
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogFailed(error);
            }
        }
    }

    private async Task Post(int member, int number)
    {
        try
        {
            await press.Post(member, number);
        }
        catch (MixiException refusal) when (refusal.Code is not ("unavailable" or "rate-limited"))
        {
            await drafts.Refuse(member, number, refusal.Message);
        }
    }

    [LoggerMessage(EventIds.DiaryFailed, LogLevel.Warning, "A diary entry could not be posted at its time; it is tried again")]
    private partial void LogFailed(Exception error);
}
