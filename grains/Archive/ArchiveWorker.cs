using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansMixi.Storage;

namespace OrleansMixi.Archive;

/// <summary>Does exports and imports when their turn comes. Each host looks; a job is taken by one of them, and by another one after a crash.</summary>
internal sealed partial class ArchiveWorker(
    ArchiveJobStore jobs, ArchiveChunks chunks, ArchiveWriter writer, ArchiveReader reader, Database database, IOptions<ArchiveOptions> options, TimeProvider time, ILogger<ArchiveWorker> logger)
    : BackgroundService
{
    private const int MaxAttempts = 8;
    private const int RenewalsPerLease = 3;
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([.. Enumerable.Range(0, options.Value.Workers).Select(_ => Look(stoppingToken)), Sweep(stoppingToken)]);

    private async Task Look(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await jobs.Take() is { } job)
                {
                    await Do(job, stoppingToken);
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogFailed(error, 0);
            }
        }
    }

    private async Task Sweep(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(SweepEvery, time);
        do
        {
            try
            {
                await jobs.Sweep();
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogFailed(error, 0);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Do(ArchiveJob job, CancellationToken stoppingToken)
    {
        using var run = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var alive = StayAlive(job, run);
        try
        {
            if (job.Attempts > MaxAttempts)
            {
                throw new ArchiveException("gave-up", $"It was begun {MaxAttempts} times and never came to its end.");
            }

            await Work(job, run.Token);
            LogDone(job.Kind, job.Id, job.Lines, job.Attempts);
        }
        catch (ArchiveLostException)
        {
            // Another host does it; nothing more to say here.
        }
        catch (OperationCanceledException) when (run.IsCancellationRequested)
        {
            await jobs.Release(job);
        }
        catch (ArchiveException error)
        {
            await jobs.Fail(job, error.Code, error.Message);
        }
        catch (MixiException error) when (error.RetryAfter == 0)
        {
            await jobs.Fail(job, error.Code, error.Message);
        }
        catch (Exception error) when (error is not MixiException && !database.IsTransient(error))
        {
            LogFailed(error, job.Id);
            await jobs.Fail(job, "unexpected", "Something unexpected happened; the town's log says what.");
        }
        finally
        {
            await run.CancelAsync();
            await alive;
        }
    }

    private async Task Work(ArchiveJob job, CancellationToken stop)
    {
        if (job.Kind == ArchiveJobKind.Export)
        {
            await jobs.Finish(job, await writer.Write(job, stop));
        }
        else
        {
            await reader.Read(job, stop);
            await jobs.Finish(job, job.Bytes);
            await chunks.Clear(job.Id);
        }
    }

    /// <summary>Renews the lease until the run ends; a run that lost it ends.</summary>
    private async Task StayAlive(ArchiveJob job, CancellationTokenSource run)
    {
        using var timer = new PeriodicTimer(options.Value.Lease / RenewalsPerLease, time);
        try
        {
            while (await timer.WaitForNextTickAsync(run.Token))
            {
                try
                {
                    if (!await jobs.Renew(job))
                    {
                        await run.CancelAsync();
                    }
                }
                catch (Exception error) when (error is not OperationCanceledException)
                {
                    LogFailed(error, job.Id);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run has ended.
        }
    }

    [LoggerMessage(EventIds.ArchiveDone, LogLevel.Information, "{Kind} {Job} is done: {Lines} lines, begun {Attempts} times")]
    private partial void LogDone(ArchiveJobKind kind, long job, int lines, int attempts);

    [LoggerMessage(EventIds.ArchiveFailed, LogLevel.Warning, "Work on archives failed, job {Job}")]
    private partial void LogFailed(Exception error, long job);
}
