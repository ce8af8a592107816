using System.Buffers.Binary;
using System.Text;

namespace OrleansMixi.Media;

/// <summary>The tables of videos, made up for tests; there is nothing to see in them.</summary>
internal static class Videos
{
    /// <summary>An MP4 file of 320 × 240 that tells where it was made.</summary>
    public static byte[] Mp4() =>
    [
        .. Box("ftyp", [.. "isom"u8, 0, 0, 2, 0, .. "isomavc1"u8]),
        .. Box("moov", [.. Box("mvhd", new byte[100]), .. Box("trak", Head()), .. Box("udta", Box("©xyz", [.. "+35.6895+139.6917/"u8]))]),
        .. Box("mdat", new byte[2_000]),
    ];

    /// <summary>A WebM file of 64 × 48 with tags.</summary>
    public static byte[] WebM() =>
    [
        .. Element(0x1A45DFA3, Element(0x4282, "webm"u8.ToArray())),
        .. Element(0x18538067,
        [
            .. Element(0x1654AE6B, Element(0xAE, Element(0xE0, [.. Element(0xB0, [64]), .. Element(0xBA, [48])]))),
            .. Element(0x1254C367, Encoding.ASCII.GetBytes("SECRET place and name")),
            .. Element(0x1F43B675, new byte[500]),
        ]),
    ];

    private static byte[] Head()
    {
        var head = new byte[84];
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(40), 0x10000);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(76), 320 << 16);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(80), 240 << 16);
        return Box("tkhd", head);
    }

    private static byte[] Box(string type, byte[] content)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(size, content.Length + 8);
        return [.. size, .. Encoding.Latin1.GetBytes(type), .. content];
    }

    private static byte[] Element(uint id, byte[] content)
    {
        var name = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(name, id);
        var size = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(size, 0x10000000u | (uint)content.Length);
        return [.. name.SkipWhile(part => part == 0), .. size, .. content];
    }
}
