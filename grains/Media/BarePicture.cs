using System.Buffers.Binary;

namespace OrleansMixi.Media;

/// <summary>
/// Tells whether a picture's file holds nothing beside the picture: no place, no camera, no text, nothing behind its end.
/// Such a file need not be drawn anew. It knows the blocks that a bare picture is made of, and trusts no other.
/// </summary>
internal static class BarePicture
{
    // What a frame of a moving WebP has before its own parts.
    private const int Frame = 16;

    private static readonly HashSet<string> PngChunks = ["IHDR", "PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs", "IDAT", "IEND"];
    private static readonly HashSet<string> WebPChunks = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF"];

    public static bool Is(ReadOnlySpan<byte> file, MediaFormat format) => format switch
    {
        MediaFormat.Jpeg => Jpeg(file),
        MediaFormat.Png => Png(file),
        MediaFormat.WebP => WebP(file),
        MediaFormat.Gif => Gif(file),
        _ => false,
    };

    private static bool Jpeg(ReadOnlySpan<byte> file)
    {
        var at = 2;
        while (at + 4 <= file.Length && file[at] == 0xff)
        {
            var (marker, length) = (file[at + 1], BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]));
            var known = marker is 0xc0 or 0xc1 or 0xc2 or 0xc4 or 0xda or 0xdb or 0xdd || (marker == 0xe0 && length == 16);
            var printed = marker is 0xc0 or 0xc1 or 0xc2 && at + 9 < file.Length && file[at + 9] > 3;
            if (!known || printed || length < 2 || (at += 2 + length) > file.Length)
            {
                return false;
            }

            at = marker == 0xda ? EndOfScan(file, at) : at;
            if (at + 2 == file.Length && file[at] == 0xff && file[at + 1] == 0xd9)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The next marker that is no restart; within a scan 0xff is followed by zero.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> file, int at)
    {
        while (at + 1 < file.Length && !(file[at] == 0xff && file[at + 1] is not (0 or >= 0xd0 and <= 0xd7)))
        {
            at++;
        }

        return at;
    }

    private static bool Png(ReadOnlySpan<byte> file)
    {
        for (var at = 8; at + 12 <= file.Length;)
        {
            var (length, name) = (BinaryPrimitives.ReadUInt32BigEndian(file[at..]), Name(file[(at + 4)..]));
            if (length > file.Length - at - 12 || !PngChunks.Contains(name))
            {
                return false;
            }

            at += 12 + (int)length;
            if (name == "IEND")
            {
                return at == file.Length;
            }
        }

        return false;
    }

    private static bool WebP(ReadOnlySpan<byte> file) =>
        file.Length > 12 && BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) == file.Length - 8 && WebPParts(file[12..]);

    private static bool WebPParts(ReadOnlySpan<byte> file)
    {
        var at = 0;
        while (at + 8 <= file.Length)
        {
            var (name, length) = (Name(file[at..]), BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]));
            if (length > file.Length - at - 8 || !WebPChunks.Contains(name) || (name == "ANMF" && !(length > Frame && WebPParts(file.Slice(at + 8 + Frame, (int)length - Frame)))))
            {
                return false;
            }

            at += 8 + (int)(length + (length & 1));
        }

        return at == file.Length;
    }

    private static bool Gif(ReadOnlySpan<byte> file)
    {
        var at = file.Length < 13 ? file.Length : 13 + Colours(file[10]);
        while (at + 1 < file.Length)
        {
            switch (file[at], file[at + 1])
            {
                case (0x21, 0xf9):
                    at = EndOfBlocks(file, at + 2);
                    break;
                case (0x21, 0xff) when file[(at + 2)..].StartsWith("\vNETSCAPE2.0\u0003"u8):
                    at = EndOfBlocks(file, at + 2);
                    break;
                case (0x2c, _) when at + 11 < file.Length:
                    at = EndOfBlocks(file, at + 11 + Colours(file[at + 9]));
                    break;
                default:
                    return false;
            }
        }

        return at + 1 == file.Length && file[at] == 0x3b;
    }

    private static int Colours(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static int EndOfBlocks(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length && file[at] != 0)
        {
            at += 1 + file[at];
        }

        return at + 1;
    }

    private static string Name(ReadOnlySpan<byte> bytes) => System.Text.Encoding.ASCII.GetString(bytes[..4]);
}
