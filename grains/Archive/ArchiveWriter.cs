using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Options;
using OrleansMixi.Members;

namespace OrleansMixi.Archive;

/// <summary>
/// Writes a member's archive, line by line, into pieces in the database. What it writes depends on the member's own data
/// alone: no clock, no town and no chance, so that the same data gives the same bytes.
/// </summary>
internal sealed class ArchiveWriter(
    IEnumerable<IArchivePart> parts, ArchiveFiles files, ArchiveChunks chunks, ArchiveKeptStore kept, ArchiveJobStore jobs, MemberStore members, IOptions<ArchiveOptions> options)
{
    private const int DrainLines = 200;

    // Zip files know no time before; no time of a file says anything here.
    private static readonly DateTimeOffset Beginning = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public async Task<long> Write(ArchiveJob job, CancellationToken cancellationToken)
    {
        var owner = new ArchiveOwner(await members.Find(job.Member) ?? throw new ArchiveLostException());
        await chunks.Clear(job.Id);
        await using var file = new ChunkWriteStream(chunks, job, options.Value.MaxBytes);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            await using (var manifest = Entry(zip, ArchiveManifest.File))
            {
                var text = ArchiveJson.Write(new ArchiveManifest(ArchiveManifest.Name, ArchiveManifest.Newest, owner.Row.Handle, [.. parts.Select(File)]));
                manifest.Write(Encoding.UTF8.GetBytes(text + "\n"));
            }

            var named = new OrderedDictionary<string, bool>();
            foreach (var part in parts)
            {
                await using var lines = Entry(zip, File(part));
                await Write(part, owner, lines, file, named, job, cancellationToken);
            }

            Check(parts.Count() + 1 + named.Count);
            await files.Write(owner.Member, named.Keys, name => Entry(zip, name, CompressionLevel.NoCompression), file.Drain, cancellationToken);
        }

        return await file.Complete();
    }

    private static string File(IArchivePart part) => part.Name + ".jsonl";

    private void Check(int entries)
    {
        if (entries > options.Value.MaxEntries)
        {
            throw new ArchiveException("entries", $"The archive would hold {entries} files; at most {options.Value.MaxEntries} are written (Mixi:Archive:MaxEntries).");
        }
    }

    // Pictures are packed already.
    private static Stream Entry(ZipArchive zip, string name, CompressionLevel level = CompressionLevel.Optimal)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = Beginning;
        return entry.Open();
    }

    private async Task Write(IArchivePart part, ArchiveOwner owner, Stream lines, ChunkWriteStream file, OrderedDictionary<string, bool> named, ArchiveJob job, CancellationToken cancellationToken)
    {
        await foreach (var line in ArchiveOrder.Merge(ArchiveOrder.Sorted(part.Write(owner)), kept.Of(owner.Member, part.Name)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            lines.Write(Encoding.UTF8.GetBytes(line.Json + "\n"));
            foreach (var name in ArchiveFiles.In(line.Json))
            {
                named.TryAdd(name, true);
            }

            if (++job.Lines % DrainLines == 0)
            {
                await file.Drain();
                await jobs.Progress(job);
            }
        }
    }
}
