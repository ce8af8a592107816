using OrleansMixi.Media;

namespace OrleansMixi.Archive;

/// <summary>The files that the lines of an archive name, written behind them as they are, a piece in memory at a time.</summary>
internal sealed class ArchiveFiles(MediaStore media, ArchiveSources sources, IBlobStore blobs)
{
    private const int Page = 500;

    // A text spells its quotes with a stroke before them, so this is always a field.
    private const string Field = "\"url\":\"" + ArchiveFolder.Prefix;

    /// <summary>Whether a line names files.</summary>
    public static bool IsNamed(ReadOnlySpan<byte> line) => line.IndexOf("\"url\":\"media/"u8) >= 0;

    /// <summary>The files that a line names.</summary>
    public static IEnumerable<string> In(string json)
    {
        for (var at = json.IndexOf(Field, StringComparison.Ordinal); at >= 0; at = json.IndexOf(Field, at, StringComparison.Ordinal))
        {
            at += Field.Length;
            yield return ArchiveFolder.Prefix + json[at..json.IndexOf('"', at)];
        }
    }

    /// <summary>Writes files in order; what is lost is left out.</summary>
    public async Task Write(int member, IReadOnlyCollection<string> names, Func<string, Stream> create, Func<Task> written, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        foreach (var page in names.Where(name => AttachmentLines.Source(name) is not null).Chunk(Page))
        {
            var ids = await sources.Find(member, SourceKind.Picture, Array.ConvertAll(page, name => AttachmentLines.Source(name)!));
            var rows = (await media.Own(member, [.. ids.Values])).ToDictionary(row => row.Id);
            foreach (var name in page)
            {
                if (ids.TryGetValue(AttachmentLines.Source(name)!, out var id) && rows.TryGetValue(id, out var row) && await blobs.Get(row.Key, 0, cancellationToken) is { } blob)
                {
                    await using (blob)
                    await using (var file = create(name))
                    {
                        int count;
                        while ((count = await blob.ReadAsync(buffer, cancellationToken)) > 0)
                        {
                            file.Write(buffer, 0, count);
                            await written();
                        }
                    }
                }
            }
        }
    }
}
