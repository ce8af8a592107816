using OrleansMixi.Log;

namespace OrleansMixi.Media;

/// <summary>An uploaded picture or video as its owner sees it.</summary>
/// <param name="Id">The id, to be named in a post's <c>media</c> or put into an album.</param>
/// <param name="Url">The file.</param>
/// <param name="Small">The thumbnail; null for videos.</param>
/// <param name="Type">The content type, found by content.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Bytes">What counts towards the owner's room.</param>
/// <param name="Alt">The description for who can't see it.</param>
/// <param name="Uploaded">When it came.</param>
public sealed record MediaView(string Id, string Url, string? Small, string Type, int Width, int Height, long Bytes, string Alt, DateTimeOffset Uploaded)
{
    internal static MediaView Of(MediaRow row) => new(
        PostId.Format(row.Id), MediaUrl.Full(row.Id), row.IsVideo ? null : MediaUrl.Small(row.Id), row.Type, row.Width, row.Height, row.Bytes, row.Alt,
        DateTimeOffset.FromUnixTimeMilliseconds(row.Created));
}
