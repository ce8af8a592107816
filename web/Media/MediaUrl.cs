using OrleansMixi.Log;

namespace OrleansMixi.Media;

/// <summary>Addresses of pictures.</summary>
internal static class MediaUrl
{
    /// <summary>The file.</summary>
    public static string Full(long id) => $"/media/{PostId.Format(id)}";

    /// <summary>The thumbnail.</summary>
    public static string Small(long id) => $"/media/{PostId.Format(id)}/small";
}
