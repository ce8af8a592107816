using OrleansMixi.Accounts;
using OrleansMixi.Hosting;

namespace OrleansMixi.Profiles;

/// <summary>The own profile over HTTP; others read it with the member.</summary>
internal static class ProfileApi
{
    public static void MapProfiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/me/profile", Read).WithTags("Account").Produces<OwnProfileView>().WithSummary("The caller's profile, with who may see each field");
        app.MapPatch("/api/me/profile", Edit).WithTags("Account").Accepts<ProfileEdit>("application/json").Produces<OwnProfileView>().WithSummary("Change fields of the profile, who may see them, and the look of the page");
        app.MapGet("/theme/{name}.css", Theme).ExcludeFromDescription();
    }

    private static async Task<IResult> Read(HttpContext http, ProfileDesk desk) => Results.Ok(await desk.Of(http.User.Require("read")));

    private static async Task<IResult> Edit(HttpContext http, ProfileDesk desk)
    {
        var member = http.User.Require("post");
        using var document = await http.ReadJson();
        await desk.Change(member, Bodies.Read<ProfileEdit>(document.RootElement));
        return Results.Ok(await desk.Of(member));
    }

    /// <summary>The colours of a theme, which are the town's own words; nothing a member wrote is in it.</summary>
    private static IResult Theme(string name, HttpContext http)
    {
        if (ThemePalette.Find(name) is not { } theme)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "public, max-age=86400";
        return Results.Text(ThemeSheet.Of(theme), "text/css");
    }
}
