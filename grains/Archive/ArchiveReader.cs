using System.IO.Compression;
using Microsoft.Extensions.Options;
using OrleansMixi.Members;

namespace OrleansMixi.Archive;

/// <summary>
/// Reads an uploaded archive: one of this format, or one of Mastodon's. Each run begins at the beginning; what is here
/// already is passed over, so it does not matter where the run before it ended.
/// </summary>
internal sealed class ArchiveReader(
    IEnumerable<IArchivePart> parts, MastodonReader mastodon, ArchiveOwnership ownership, ZipGate gate, TarFiles tar, ArchiveChunks chunks, ArchiveJobStore jobs, ArchiveKeptStore kept,
    MemberStore members, IOptions<ArchiveOptions> options, TimeProvider time)
{
    private const int BatchLines = 500;
    private const int BatchBytes = 4_000_000;

    // Lines with pictures take long; who waits wants to see that it goes on.
    private const int BatchPictured = 10;
    private const int MaxManifest = 100_000;

    public async Task Read(ArchiveJob job, CancellationToken cancellationToken)
    {
        var row = await members.Find(job.Member) ?? throw new ArchiveLostException();
        if (row.Suspended != 0)
        {
            throw new ArchiveException("forbidden", "This account may not write at the moment.");
        }

        var run = new ImportRun(job, new(row), jobs, kept, options, time, cancellationToken);
        await using var file = new ChunkReadStream(chunks, job.Id, job.Bytes);
        try
        {
            await (await ZipGate.IsGzip(file, cancellationToken) ? ReadTar(run, file) : ReadZip(run, file));
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw new ArchiveException("unreadable", $"The archive is damaged: {error.Message}");
        }
    }

    private async Task ReadTar(ImportRun run, ChunkReadStream file)
    {
        var budget = new UnpackBudget(options.Value.MaxUnpacked, options.Value.MaxRatio);
        await using var unpacked = new BudgetStream(new GZipStream(file, CompressionMode.Decompress), file.Length, budget);
        await mastodon.Read(run, await tar.Find(unpacked, MastodonReader.File, run.Stop) ?? throw Unknown());
    }

    private async Task ReadZip(ImportRun run, ChunkReadStream file)
    {
        await gate.Check(file, run.Stop);
        file.Position = 0;
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        var budget = new UnpackBudget(options.Value.MaxUnpacked, options.Value.MaxRatio);
        if (zip.GetEntry(ArchiveManifest.File) is { } manifest)
        {
            var handle = await Check(Open(manifest, budget), run.Stop);
            await ownership.Check(run.Owner, handle, name => zip.GetEntry(name) is { } lines ? Open(lines, budget) : null);
            run.Owner.Folder = new(zip, budget, run.Stop);
            foreach (var part in parts)
            {
                if (zip.GetEntry(part.Name + ".jsonl") is { } lines)
                {
                    await Read(run, part, lines.Name, Open(lines, budget));
                }
            }
        }
        else
        {
            await mastodon.Read(run, zip.Entries.FirstOrDefault(entry => entry.Name == MastodonReader.File) is { } outbox ? Open(outbox, budget) : throw Unknown());
        }
    }

    private static BudgetStream Open(ZipArchiveEntry entry, UnpackBudget budget) => new(entry.Open(), entry.CompressedLength, budget);

    private static ArchiveException Unknown() => new("not-an-archive", $"The file holds neither '{ArchiveManifest.File}' nor '{MastodonReader.File}'.");

    /// <summary>Whose archive it is; refuses what can't be read here.</summary>
    private static async Task<string> Check(Stream file, CancellationToken cancellationToken)
    {
        await using var _ = file;
        var bytes = new byte[MaxManifest];
        var count = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        try
        {
            var manifest = ArchiveJson.Read<ArchiveManifest>(bytes[..count]);
            if (manifest.Format != ArchiveManifest.Name || manifest.Version is < 1 or > ArchiveManifest.Newest)
            {
                throw new ArchiveException("version", $"The archive has the format '{manifest.Format}' {manifest.Version}; this town reads '{ArchiveManifest.Name}' up to {ArchiveManifest.Newest}.");
            }

            return manifest.Handle;
        }
        catch (MixiException refusal)
        {
            throw new ArchiveException("unreadable", $"'{ArchiveManifest.File}' can't be read: {refusal.Message}");
        }
    }

    private async Task Read(ImportRun run, IArchivePart part, string name, Stream file)
    {
        await using var _ = file;
        var (batch, numbers, bytes, pictured, number) = (new List<byte[]>(), new List<int>(), 0, 0, 0);
        await foreach (var line in LineReader.Read(file, options.Value.MaxLine))
        {
            number++;
            if (line is { Length: 0 })
            {
                continue;
            }

            if (line is null || !run.HasRoom)
            {
                var why = line is null ? $"The line has more than {options.Value.MaxLine} bytes (Mixi:Archive:MaxLine)." : "The archive has too many lines (Mixi:Archive:MaxLines).";
                await run.Note(part.Name, name, [(number, LineOutcome.Refused(why))]);
                if (!run.HasRoom)
                {
                    break;
                }

                continue;
            }

            batch.Add(line);
            numbers.Add(number);
            bytes += line.Length;
            pictured += ArchiveFiles.IsNamed(line) ? 1 : 0;
            if (batch.Count >= BatchLines || bytes >= BatchBytes || pictured >= BatchPictured)
            {
                await Take();
            }
        }

        await Take();

        async Task Take()
        {
            if (batch.Count > 0)
            {
                var outcomes = await part.Read(run.Owner, batch);
                await run.Note(part.Name, name, [.. numbers.Zip(outcomes)]);
                (batch, numbers, bytes, pictured) = ([], [], 0, 0);
            }
        }
    }
}
