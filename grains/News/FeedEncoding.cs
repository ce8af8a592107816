using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace OrleansMixi.News;

/// <summary>Finds a feed's encoding: byte order mark, then the HTTP charset, then the XML declaration, else UTF-8.</summary>
internal static partial class FeedEncoding
{
    static FeedEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Decode(byte[] bytes, string? contentType)
    {
        var charset = MediaTypeHeaderValue.TryParse(contentType, out var type) ? type.CharSet?.Trim('"', ' ') : null;
        var declared = Declared().Match(Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 200)))) is { Success: true } match
            ? match.Groups[1].Value
            : null;
        var encoding = (Mark(bytes) ? null : Find(charset) ?? Find(declared)) ?? new UTF8Encoding(false);
        using var reader = new StreamReader(new MemoryStream(bytes), encoding, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    private static bool Mark(byte[] bytes) => bytes is [0xEF, 0xBB, 0xBF, ..] or [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..];

    private static Encoding? Find(string? name)
    {
        try
        {
            return string.IsNullOrEmpty(name) ? null : Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            // An encoding nobody knows: UTF-8 is the best guess left.
            return null;
        }
    }

    [GeneratedRegex("""^\s*<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")]
    private static partial Regex Declared();
}
