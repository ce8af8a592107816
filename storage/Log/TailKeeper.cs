using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansMixi.Storage;

namespace OrleansMixi.Log;

/// <summary>Keeps this host's tail current: rings for its own commits, reads what others committed, forgets old idempotency keys.</summary>
internal sealed partial class TailKeeper(
    LogTail tail, LogStore store, Database database, IDoorbell doorbell, IOptions<LogOptions> options, TimeProvider time, ILogger<TailKeeper> logger)
    : BackgroundService
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(10);

    private readonly Channel<int>[] _behind =
        [.. Enumerable.Range(0, store.Shape.Queues).Select(_ => Channel.CreateBounded<int>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }))];

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        tail.Committed += doorbell.Ring;
        tail.Behind += MarkBehind;
        await tail.Start();
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        tail.Committed -= doorbell.Ring;
        tail.Behind -= MarkBehind;
        await base.StopAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        [doorbell.Listen(MarkBehind, stoppingToken), Poll(stoppingToken), Sweep(stoppingToken), .. Enumerable.Range(0, _behind.Length).Select(queue => Read(queue, stoppingToken))]);

    private void MarkBehind(int queue) => _behind[queue].Writer.TryWrite(queue);

    private async Task Read(int queue, CancellationToken cancellationToken)
    {
        await foreach (var _ in _behind[queue].Reader.ReadAllAsync(cancellationToken))
        {
            await Guarded(() => tail.CatchUp(queue, options.Value.StreamBatch, cancellationToken));
        }
    }

    private async Task Poll(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(database.IsPostgres ? options.Value.Poll : options.Value.Poll / 5, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            await Guarded(async () =>
            {
                var heads = await store.Heads(cancellationToken);
                for (var queue = 0; queue < heads.Length; queue++)
                {
                    if (heads[queue] > tail.Head(queue))
                    {
                        MarkBehind(queue);
                    }
                }
            });
        }
    }

    private async Task Sweep(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(SweepEvery, time);
        do
        {
            await Guarded(() => store.ForgetKeys((time.GetUtcNow() - options.Value.KeepKeys).ToUnixTimeMilliseconds(), cancellationToken));
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task Guarded(Func<Task> read)
    {
        try
        {
            await read();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // An outage of the database must not end the tail: the next ring or poll reads on from where it stands.
            LogFailed(error);
        }
    }

    [LoggerMessage(EventIds.TailReadFailed, LogLevel.Warning, "The log could not be read; the next poll tries again")]
    private partial void LogFailed(Exception error);
}
