using System.Security.Claims;
using OrleansMixi.Accounts;
using OrleansMixi.Hosting;

namespace OrleansMixi.Privacy;

/// <summary>Privacy over HTTP.</summary>
internal static class PrivacyApi
{
    public static void MapPrivacy(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/me/privacy", Read).WithTags("Account").Produces<PrivacyView>().WithSummary("What the caller lets others know and do");
        app.MapPatch("/api/me/privacy", Edit).WithTags("Account").Accepts<PrivacyEdit>("application/json").Produces<PrivacyView>()
            .WithSummary("Change who may start writing, footprints, presence, news of new friends");
    }

    private static async Task<IResult> Read(ClaimsPrincipal caller, PrivacyDesk desk) => View(await desk.Of(caller.Require("read")));

    private static async Task<IResult> Edit(HttpContext http, PrivacyDesk desk)
    {
        var member = http.User.Require("post");
        using var document = await http.ReadJson();
        return View(await desk.Change(member, Bodies.Read<PrivacyEdit>(document.RootElement)));
    }

    private static IResult View(PrivacySettings settings) => Results.Ok(new PrivacyView(settings.MessagesFrom, settings.Footprints, settings.Presence, settings.Announce));
}
