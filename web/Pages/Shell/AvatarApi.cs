using System.Text;
using Microsoft.Net.Http.Headers;
using OrleansMixi.Posts;

namespace OrleansMixi.Pages.Shell;

/// <summary>Serves faces under one address for each handle: the picture that the member chose, else the one made from the handle.</summary>
internal static class AvatarApi
{
    /// <summary>Shown at once from the browser's store, and looked after in the background: a new picture comes within minutes.</summary>
    public const string Cache = "public, max-age=120, stale-while-revalidate=604800";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/avatar/{handle}.svg", Get).ExcludeFromDescription();

    private static async Task<IResult> Get(HttpContext http, string handle, IFaces faces)
    {
        if (Handle.Fold(handle) is not { } name)
        {
            return Results.NotFound();
        }

        if (await faces.Find(http, name) is { } chosen)
        {
            return chosen;
        }

        http.Response.Headers.CacheControl = Cache;
        return Results.Bytes(Encoding.UTF8.GetBytes(Avatar.Svg(name)), "image/svg+xml", entityTag: new EntityTagHeaderValue($"\"made-{name}\""));
    }
}
