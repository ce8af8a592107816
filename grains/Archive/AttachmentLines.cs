using OrleansMixi.Media;
using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>How lines speak of pictures and videos.</summary>
internal static class AttachmentLines
{
    private static readonly (string Type, string Ending)[] Endings =
        [("image/jpeg", "jpg"), ("image/png", "png"), ("image/webp", "webp"), ("image/gif", "gif"), ("video/mp4", "mp4"), ("video/webm", "webm")];

    public static AttachmentLine Of(MediaRow row, string source) => new(
        row.IsVideo ? "Video" : "Image", source, row.Type, Url(source, row.Type), row.Alt.Length == 0 ? null : row.Alt);

    /// <summary>The source in the name of a file that <see cref="Of"/> gave; null for another name.</summary>
    public static string? Source(string url) =>
        url.StartsWith(ArchiveFolder.Prefix, StringComparison.Ordinal) && url.LastIndexOf('.') is var dot && dot > ArchiveFolder.Prefix.Length ? url[ArchiveFolder.Prefix.Length..dot] : null;

    /// <summary>Refuses what is not within its bounds, or names another file than its own.</summary>
    public static void Check(IReadOnlyList<AttachmentLine>? lines, int most)
    {
        if (lines is null)
        {
            return;
        }

        if (lines.Count > most || lines.Select(line => line.Id).Distinct().Count() < lines.Count)
        {
            throw Errors.Invalid("attachment", $"A line of this kind has at most {most} different attachments; this one has {lines.Count}.");
        }

        foreach (var line in lines)
        {
            ArchiveSource.Check("attachment", line.Id);
            PostRules.Text("name", line.Name, MaxName);
            if (!Endings.Any(ending => ending.Type == line.MediaType) || line.Url != Url(line.Id, line.MediaType) || line.Type is not ("Image" or "Video"))
            {
                throw Errors.Invalid("attachment", "An attachment is of a type that is taken, and its 'url' is 'media/', its id and the ending of its type.");
            }
        }
    }

    private const int MaxName = 10_000;

    private static string Url(string source, string type) => $"{ArchiveFolder.Prefix}{source}.{Endings.FirstOrDefault(ending => ending.Type == type).Ending ?? "bin"}";
}
