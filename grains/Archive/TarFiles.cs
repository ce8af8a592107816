using System.Text;
using Microsoft.Extensions.Options;

namespace OrleansMixi.Archive;

/// <summary>
/// Goes through a tar file once, as far as one file in it. Only plain headers are read: the library's reader takes extended
/// headers of any size into memory, and nothing that is looked for here has a name that needs one.
/// </summary>
internal sealed class TarFiles(IOptions<ArchiveOptions> options)
{
    private const int Block = 512;
    private const int SizeAt = 124;
    private const int TypeAt = 156;

    /// <summary>The file of this name, in whatever folder, as a stream that ends with it; null if there is none.</summary>
    public async Task<Stream?> Find(Stream tar, string name, CancellationToken cancellationToken)
    {
        var head = new byte[Block];
        for (var count = 0; ; count++)
        {
            if (await tar.ReadAtLeastAsync(head, Block, throwOnEndOfStream: false, cancellationToken) < Block || head[0] == 0)
            {
                return null;
            }

            if (count >= options.Value.MaxEntries)
            {
                throw new ArchiveException("entries", $"The archive holds more than {options.Value.MaxEntries} files (Mixi:Archive:MaxEntries).");
            }

            var size = Size(head);
            var path = Text(head, 0, 100);
            var isFile = head[TypeAt] is 0 or (byte)'0';
            if (isFile)
            {
                ArchiveNames.Check(path);
                if (path[(path.LastIndexOf('/') + 1)..] == name)
                {
                    return new TarEntryStream(tar, size);
                }
            }

            await Skip(tar, (size + Block - 1) / Block * Block, cancellationToken);
        }
    }

    private static async Task Skip(Stream tar, long count, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        while (count > 0)
        {
            var read = await tar.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, count)), cancellationToken);
            count -= read > 0 ? read : throw new ArchiveException("unreadable", "The tar file ends in the middle.");
        }
    }

    private static long Size(byte[] head)
    {
        long size = 0;
        foreach (var digit in Text(head, SizeAt, 12).Trim())
        {
            size = digit is >= '0' and <= '7' && size < 1L << 40 ? (size * 8) + (digit - '0') : throw new ArchiveException("unreadable", "The file is not a plain tar file.");
        }

        return size;
    }

    private static string Text(byte[] head, int at, int length)
    {
        var end = Array.IndexOf(head, (byte)0, at, length);
        return Encoding.UTF8.GetString(head, at, (end < 0 ? at + length : end) - at);
    }
}
