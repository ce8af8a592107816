using System.Text;

namespace OrleansMixi.Media;

/// <summary>Reads a video's tables, refuses what is none, and blanks in place what tells more than pictures and sound.</summary>
internal static class VideoCheck
{
    private const string Broken = "The video is damaged or cut off and can't be read; save it anew and send it again.";

    /// <summary>The facts of a video; the stream is read and written in place.</summary>
    public static VideoFacts Read(Stream file, MediaFormat format)
    {
        try
        {
            var (width, height) = format == MediaFormat.Mp4 ? new Mp4Tables(file).Read() : new WebMTables(file).Read();
            return width is > 0 and <= 16_384 && height is > 0 and <= 16_384
                ? new(format == MediaFormat.Mp4 ? "video/mp4" : "video/webm", width, height)
                : throw Errors.Invalid("file", Broken);
        }
        catch (Exception error) when (error is EndOfStreamException or InvalidDataException or DecoderFallbackException)
        {
            throw Errors.Invalid("file", Broken);
        }
    }

    /// <summary>Overwrites a stretch with zeros.</summary>
    public static void Blank(Stream file, long from, long to)
    {
        Span<byte> zeros = stackalloc byte[4096];
        zeros.Clear();
        file.Position = from;
        while (from < to)
        {
            var step = (int)Math.Min(zeros.Length, to - from);
            file.Write(zeros[..step]);
            from += step;
        }
    }
}
