using OrleansMixi.Log;

namespace OrleansMixi.Media;

/// <summary>A picture of a post as clients see it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Url">The file.</param>
/// <param name="Small">The thumbnail; null for videos.</param>
/// <param name="Width">Width in pixels; 0 if unknown.</param>
/// <param name="Height">Height in pixels; 0 if unknown.</param>
/// <param name="Alt">The description for who can't see it; may be empty.</param>
/// <param name="Video">Whether it is a video.</param>
public sealed record PictureView(string Id, string Url, string? Small, int Width, int Height, string Alt, bool Video)
{
    internal static PictureView Of(Picture picture) => new(
        PostId.Format(picture.Id), MediaUrl.Full(picture.Id), picture.Video ? null : MediaUrl.Small(picture.Id), picture.Width, picture.Height, picture.Alt, picture.Video);
}
