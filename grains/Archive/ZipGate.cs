using System.Buffers.Binary;
using System.Text;
using Microsoft.Extensions.Options;

namespace OrleansMixi.Archive;

/// <summary>
/// Looks at a zip file's directory before anything else reads it: the library takes the whole directory into memory and
/// believes its sizes, so what is too much, repeated or unsafe must be refused here, with a few kilobytes of memory.
/// </summary>
internal sealed class ZipGate(IOptions<ArchiveOptions> options)
{
    private const uint EndMark = 0x06054b50;
    private const uint EntryMark = 0x02014b50;
    private const int EndSize = 22;
    private const int EntrySize = 46;
    private const int MaxComment = ushort.MaxValue;
    private const long Small = 1_000_000;

    /// <summary>Whether a file is packed as tar files are; it stands at its beginning afterwards.</summary>
    public static async Task<bool> IsGzip(Stream file, CancellationToken cancellationToken)
    {
        var magic = new byte[2];
        await file.ReadAtLeastAsync(magic, magic.Length, throwOnEndOfStream: false, cancellationToken);
        file.Position = 0;
        return magic is [0x1f, 0x8b];
    }

    /// <summary>Refuses a file that is no zip file, or one that must not be opened.</summary>
    public async Task Check(Stream file, CancellationToken cancellationToken)
    {
        var (count, start, size) = await End(file, cancellationToken);
        if (count > options.Value.MaxEntries)
        {
            throw new ArchiveException("entries", $"The archive holds {count} files; at most {options.Value.MaxEntries} are read (Mixi:Archive:MaxEntries).");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        file.Position = start;
        var head = new byte[EntrySize];
        for (var i = 0; i < count; i++)
        {
            await file.ReadExactlyAsync(head, cancellationToken);
            if (BinaryPrimitives.ReadUInt32LittleEndian(head) != EntryMark)
            {
                throw Unreadable();
            }

            var tail = new byte[U16(head, 28) + U16(head, 30) + U16(head, 32)];
            await file.ReadExactlyAsync(tail, cancellationToken);
            Check(names, Encoding.UTF8.GetString(tail, 0, U16(head, 28)), U32(head, 20), U32(head, 24));
        }

        if (file.Position != start + size)
        {
            throw Unreadable();
        }
    }

    private void Check(HashSet<string> names, string name, uint packed, uint unpacked)
    {
        ArchiveNames.Check(name);
        if (!names.Add(name))
        {
            throw new ArchiveException("names", "The archive holds two files of one name.");
        }

        if (packed == uint.MaxValue || unpacked == uint.MaxValue)
        {
            throw Unreadable();
        }

        if (unpacked > options.Value.MaxUnpacked || (unpacked > Small && unpacked / Math.Max(packed, 1) > options.Value.MaxRatio))
        {
            throw new ArchiveException("bomb", $"'{name}' is far larger unpacked than packed (Mixi:Archive:MaxRatio, MaxUnpacked).");
        }
    }

    private static async Task<(int Count, long Start, long Size)> End(Stream file, CancellationToken cancellationToken)
    {
        var length = (int)Math.Min(file.Length, EndSize + MaxComment);
        var tail = new byte[length];
        file.Position = file.Length - length;
        await file.ReadExactlyAsync(tail, cancellationToken);
        for (var at = length - EndSize; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) == EndMark)
            {
                var end = tail.AsSpan(at);
                var (count, size, start) = (U16(end, 10), U32(end, 12), U32(end, 16));

                // One whole file in one part, its directory right before the end: anything else is nothing that is made for people.
                return U16(end, 4) == 0 && U16(end, 8) == count && at + EndSize + U16(end, 20) == length && start + size == file.Length - length + at
                    ? (count, start, size)
                    : throw Unreadable();
            }
        }

        throw Unreadable();
    }

    private static ArchiveException Unreadable() => new("unreadable", "The file is not a whole zip file.");

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
