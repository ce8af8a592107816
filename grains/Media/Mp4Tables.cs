using System.Buffers.Binary;
using System.Text;

namespace OrleansMixi.Media;

/// <summary>
/// The boxes of an MP4 file: their sizes must add up, and there must be a track with a picture. Boxes that hold free text,
/// places and devices are renamed to <c>free</c> and blanked, so that nothing moves.
/// </summary>
internal sealed class Mp4Tables(Stream file)
{
    private const int MaxBoxes = 20_000;
    private const int MaxDepth = 4;

    private static readonly HashSet<string> Brands = ["isom", "iso2", "iso4", "iso5", "iso6", "iso8", "mp41", "mp42", "avc1", "M4V ", "M4VH", "M4VP", "MSNV", "dash", "3gp4", "3gp5", "hvc1", "av01"];

    private int _boxes;
    private int _width;
    private int _height;
    private bool _tables;
    private bool _data;

    /// <summary>Width and height of the first track with a picture, as it is shown.</summary>
    public (int Width, int Height) Read()
    {
        Walk(0, file.Length, 0);
        return _tables && _data ? (_width, _height) : throw new InvalidDataException();
    }

    private void Walk(long from, long to, int depth)
    {
        Span<byte> head = stackalloc byte[16];
        while (from < to)
        {
            if (to - from < 8 || ++_boxes > MaxBoxes)
            {
                throw new InvalidDataException();
            }

            file.Position = from;
            file.ReadExactly(head[..8]);
            var (size, type, start) = ((long)BinaryPrimitives.ReadUInt32BigEndian(head), Encoding.Latin1.GetString(head[4..8]), from + 8);
            if (size == 1)
            {
                file.ReadExactly(head[8..16]);
                (size, start) = (BinaryPrimitives.ReadInt64BigEndian(head[8..]), from + 16);
            }

            var end = size == 0 && depth == 0 ? to : from + size;
            if (size < 0 || end < start || end > to || (from == 0 && depth == 0 && type != "ftyp"))
            {
                throw new InvalidDataException();
            }

            Box(type, from, start, end, depth);
            from = end;
        }
    }

    private void Box(string type, long from, long start, long end, int depth)
    {
        _tables |= type == "moov";
        _data |= type is "mdat" or "moof";
        switch (type)
        {
            case "ftyp" when depth == 0:
                Brand(start, end);
                break;
            case "moov" or "trak" when depth < MaxDepth:
                Walk(start, end, depth + 1);
                break;
            case "tkhd" when _width == 0:
                Track(start, end);
                break;
            case "udta" or "meta" or "uuid":
                file.Position = from + 4;
                file.Write("free"u8);
                VideoCheck.Blank(file, start, end);
                break;
        }
    }

    /// <summary>One of the names must be a video's; the same boxes hold pictures and much else.</summary>
    private void Brand(long start, long end)
    {
        var names = new byte[Math.Min(end - start, 400)];
        file.Position = start;
        file.ReadExactly(names);
        if (!names.Chunk(4).Any(name => Brands.Contains(Encoding.Latin1.GetString(name))))
        {
            throw new InvalidDataException();
        }
    }

    /// <summary>A track's head ends with its matrix and its size; a matrix that turns by a quarter swaps the sides.</summary>
    private void Track(long start, long end)
    {
        if (end - start < 84)
        {
            throw new InvalidDataException();
        }

        Span<byte> tail = stackalloc byte[44];
        file.Position = end - tail.Length;
        file.ReadExactly(tail);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(tail[36..]) >> 16, BinaryPrimitives.ReadInt32BigEndian(tail[40..]) >> 16);
        (_width, _height) = BinaryPrimitives.ReadInt32BigEndian(tail[4..]) != 0 ? (height, width) : (width, height);
    }
}
