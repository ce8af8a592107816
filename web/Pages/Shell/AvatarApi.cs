using System.Text;
using Microsoft.Net.Http.Headers;
using OrleansMixi.Posts;

namespace OrleansMixi.Pages.Shell;

/// <summary>
/// Serves faces under one address for each handle: the picture that the member chose, else the one made from the handle;
/// and the signs of communities, made from their slugs.
/// </summary>
internal static class AvatarApi
{
    /// <summary>Shown at once from the browser's store, and looked after in the background: a new picture comes within minutes.</summary>
    public const string Cache = "public, max-age=120, stale-while-revalidate=604800";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/avatar/{handle}.svg", Face).ExcludeFromDescription();
        routes.MapGet("/avatar/community/{slug}.svg", (HttpContext http, string slug) => Made(http, slug, Sign.Svg)).ExcludeFromDescription();
    }

    private static async Task<IResult> Face(HttpContext http, string handle, IFaces faces) =>
        Handle.Fold(handle) is { } name && await faces.Find(http, name) is { } chosen ? chosen : Made(http, handle, Avatar.Svg);

    private static IResult Made(HttpContext http, string word, Func<string, string> draw)
    {
        if (Handle.Fold(word) is not { } name)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = Cache;
        return Results.Bytes(Encoding.UTF8.GetBytes(draw(name)), "image/svg+xml", entityTag: new EntityTagHeaderValue($"\"made-{name}\""));
    }
}
