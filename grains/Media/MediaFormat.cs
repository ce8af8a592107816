namespace OrleansMixi.Media;

/// <summary>What a file is by its first bytes; names and declared types say nothing.</summary>
internal enum MediaFormat
{
    Unknown,
    Jpeg,
    Png,
    WebP,
    Gif,
    Mp4,
    WebM,
}
