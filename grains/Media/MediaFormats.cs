namespace OrleansMixi.Media;

/// <summary>Recognises the formats that are taken.</summary>
internal static class MediaFormats
{
    /// <summary>How many bytes <see cref="Of"/> wants to see.</summary>
    public const int Head = 16;

    /// <summary>The format of a file that begins so.</summary>
    public static MediaFormat Of(ReadOnlySpan<byte> head) => head switch
    {
        [0xff, 0xd8, 0xff, ..] => MediaFormat.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => MediaFormat.Png,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => MediaFormat.WebP,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => MediaFormat.Gif,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => MediaFormat.Mp4,
        [0x1a, 0x45, 0xdf, 0xa3, ..] => MediaFormat.WebM,
        _ => MediaFormat.Unknown,
    };

    /// <summary>Whether it is played rather than looked at.</summary>
    public static bool IsVideo(this MediaFormat format) => format is MediaFormat.Mp4 or MediaFormat.WebM;
}
