using Microsoft.Net.Http.Headers;

namespace OrleansMixi.Media;

/// <summary>
/// Serves pictures and videos to those who may see what they belong to. A file never changes, but who may see it does: so
/// browsers keep it and ask again soon, and only what everybody may see is kept by others in between.
/// </summary>
internal static class MediaFiles
{
    private static readonly string[] Verbs = ["GET", "HEAD"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/media/{id}", Verbs, Full).ExcludeFromDescription();
        routes.MapMethods("/media/{id}/small", Verbs, Small).ExcludeFromDescription();
    }

    /// <summary>Answers a request with a file.</summary>
    public static IResult File(HttpContext http, IBlobStore blobs, MediaRow row, bool small, string cache)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = cache;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; img-src 'self'; sandbox";
        headers.ContentDisposition = "inline";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.Vary = "Cookie, Authorization";
        return Results.Stream(
            new BlobStream(blobs, small ? row.SmallKey : row.Key, small ? row.SmallLength : row.Length),
            small ? "image/webp" : row.Type,
            lastModified: DateTimeOffset.FromUnixTimeMilliseconds(row.Created),
            entityTag: new EntityTagHeaderValue($"\"{row.Id:x}{(small ? "s" : "f")}\""),
            enableRangeProcessing: true);
    }

    private static Task<IResult> Full(string id, HttpContext http, MediaDoor door, IBlobStore blobs) => Send(http, door, blobs, id, false);

    private static Task<IResult> Small(string id, HttpContext http, MediaDoor door, IBlobStore blobs) => Send(http, door, blobs, id, true);

    private static async Task<IResult> Send(HttpContext http, MediaDoor door, IBlobStore blobs, string id, bool small)
    {
        var (row, open) = await door.Find(http.User, id);
        return small && row.SmallLength == 0
            ? throw Errors.NotFound("thumbnail")
            : File(http, blobs, row, small, open ? "public, max-age=60" : "private, no-cache");
    }
}
