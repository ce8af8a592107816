using OrleansMixi.Posts;

namespace OrleansMixi.Pages.Shell;

/// <summary>Serves generated pictures; the same handle always has the same one, and so has the same slug of a community.</summary>
internal static class AvatarApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/avatar/{handle}.svg", (HttpContext http, string handle) => Answer(http, handle, Avatar.Svg)).ExcludeFromDescription();
        routes.MapGet("/avatar/community/{slug}.svg", (HttpContext http, string slug) => Answer(http, slug, Sign.Svg)).ExcludeFromDescription();
    }

    private static IResult Answer(HttpContext http, string word, Func<string, string> draw)
    {
        if (Handle.Fold(word) is not { } name)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "public, max-age=604800";
        return Results.Text(draw(name), "image/svg+xml");
    }
}
