using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace OrleansMixi.Archive;

/// <summary>Takes an upload in, piece by piece, and refuses at once what no import could read.</summary>
public sealed class ArchiveIntake(ArchiveJobStore jobs, ArchiveChunks chunks, IOptions<ArchiveOptions> options, IServiceProvider services)
{
    private const int Buffer = 64 * 1024;

    /// <summary>The job that will read the file.</summary>
    public async Task<ArchiveJob> Receive(int member, Stream file, CancellationToken cancellationToken)
    {
        var job = await jobs.Begin(member, ArchiveJobKind.Import) ?? throw Errors.Conflict("An export or import of yours is under way; wait for its end.");
        try
        {
            var bytes = await Keep(job, file, cancellationToken);
            await Check(job, bytes, cancellationToken);
            await jobs.Received(job, bytes);
            return job;
        }
        catch (Exception error)
        {
            await jobs.Fail(job, error is ArchiveException refused ? refused.Code : (error as MixiException)?.Code ?? "broken-off", error is ArchiveException or MixiException ? error.Message : "The upload did not come to its end.");
            await chunks.Clear(job.Id);
            if (error is ArchiveException)
            {
                throw Errors.Invalid("file", error.Message);
            }

            throw;
        }
    }

    private async Task<long> Keep(ArchiveJob job, Stream file, CancellationToken cancellationToken)
    {
        await using var kept = new ChunkWriteStream(chunks, job, options.Value.MaxBytes);
        var buffer = new byte[Buffer];
        int count;
        var sinceRenewal = 0;
        while ((count = await file.ReadAsync(buffer, cancellationToken)) > 0)
        {
            kept.Write(buffer.AsSpan(0, count));
            await kept.Drain();
            if ((sinceRenewal += count) > ArchiveChunks.Size)
            {
                sinceRenewal = 0;
                await jobs.Renew(job);
            }
        }

        return await kept.Complete();
    }

    private async Task Check(ArchiveJob job, long bytes, CancellationToken cancellationToken)
    {
        await using var file = new ChunkReadStream(chunks, job.Id, bytes);
        if (!await ZipGate.IsGzip(file, cancellationToken))
        {
            await services.GetRequiredService<ZipGate>().Check(file, cancellationToken);
        }
    }
}
