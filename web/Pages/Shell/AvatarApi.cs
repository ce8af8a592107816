using OrleansMixi.Posts;

namespace OrleansMixi.Pages.Shell;

/// <summary>Serves generated pictures; the same handle always has the same one.</summary>
internal static class AvatarApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/avatar/{handle}.svg", Get).ExcludeFromDescription();

    private static IResult Get(HttpContext http, string handle)
    {
        if (Handle.Fold(handle) is not { } name)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "public, max-age=604800";
        return Results.Text(Avatar.Svg(name), "image/svg+xml");
    }
}
