using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansMixi.Log;

namespace OrleansMixi.Media;

/// <summary>
/// Sweeps what belongs to nothing: loose for a day, or given up. The log rings when a post goes or lets go of a picture, so that it goes soon.
/// Every host sweeps; each step may be done twice.
/// </summary>
public sealed partial class MediaSweep(MediaStore media, IBlobStore blobs, IOptions<MediaOptions> options, TimeProvider time, ILogger<MediaSweep> logger)
    : BackgroundService, ILogFollower
{
    private const int AtATime = 100;

    private readonly Channel<bool> _ring = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Sweeps soon.</summary>
    public void Ring() => _ring.Writer.TryWrite(true);

    /// <inheritdoc/>
    public void Applied(Activity entry)
    {
        if (entry.Header.Kind == ActivityKind.Delete || (entry.Header.Kind == ActivityKind.Edit && entry.Body?.Media is not null))
        {
            Ring();
        }
    }

    /// <summary>One sweep, until nothing is left.</summary>
    public async Task Sweep(CancellationToken cancellationToken)
    {
        IReadOnlyList<MediaRow> rows;
        do
        {
            rows = await media.Sweepable((time.GetUtcNow() - options.Value.LooseFor).ToUnixTimeMilliseconds(), AtATime);
            foreach (var row in rows)
            {
                await blobs.Delete(row.SmallKey, cancellationToken);
                await blobs.Delete(row.Key, cancellationToken);
                await media.Forget(row);
            }
        }
        while (rows.Count == AtATime);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogFailed(error);
            }

            using var timer = time.CreateTimer(_ => Ring(), null, options.Value.SweepEvery, Timeout.InfiniteTimeSpan);
            await _ring.Reader.ReadAsync(stoppingToken);
        }
    }

    [LoggerMessage(EventIds.SweepFailed, LogLevel.Warning, "Pictures that belong to nothing could not be swept; it is tried again")]
    private partial void LogFailed(Exception error);
}
