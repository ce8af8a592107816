using OrleansMixi.Accounts;
using OrleansMixi.Hosting;

namespace OrleansMixi.Introductions;

/// <summary>Introductions over HTTP. What is shown of them stands in the member's profile.</summary>
internal static class IntroductionApi
{
    public static void MapIntroductions(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api").WithTags("Introductions");
        group.MapPut("/members/{handle}/introduction", Write).Accepts<IntroductionRequest>("application/json").Produces(204)
            .WithSummary("Introduce a friend in a few words; shown after the friend's approval");
        group.MapDelete("/members/{handle}/introduction", TakeBack).Produces(204).WithSummary("Take the own text about a member back");
        group.MapGet("/me/introductions", About).Produces<OwnIntroductionView[]>().WithSummary("What friends wrote about the caller; what waits comes first");
        group.MapGet("/me/introductions/written", By).Produces<OwnIntroductionView[]>().WithSummary("What the caller wrote about friends");
        group.MapPut("/me/introductions/{handle}", Approve).Produces(204)
            .WithSummary("Show a friend's text from now on").WithDescription("'written' is the 'at' of the text that was read; if it was changed since, nothing is approved.");
        group.MapDelete("/me/introductions/{handle}", Remove).Produces(204).WithSummary("Take away a friend's text");
    }

    private static async Task<IResult> Write(string handle, HttpContext http, IntroductionDesk desk)
    {
        var author = http.User.Require("post");
        using var document = await http.ReadJson();
        await desk.Write(author, handle, Bodies.Read<IntroductionRequest>(document.RootElement).Text);
        return Results.NoContent();
    }

    private static async Task<IResult> TakeBack(string handle, HttpContext http, IntroductionDesk desk)
    {
        await desk.TakeBack(http.User.Require("post"), handle);
        return Results.NoContent();
    }

    private static async Task<IResult> About(HttpContext http, IntroductionDesk desk) => Results.Ok(await desk.About(http.User.Require("read")));

    private static async Task<IResult> By(HttpContext http, IntroductionDesk desk) => Results.Ok(await desk.By(http.User.Require("read")));

    private static async Task<IResult> Approve(string handle, DateTimeOffset? written, HttpContext http, IntroductionDesk desk)
    {
        await desk.Approve(http.User.Require("post"), handle, written?.ToUnixTimeMilliseconds() ?? 0);
        return Results.NoContent();
    }

    private static async Task<IResult> Remove(string handle, HttpContext http, IntroductionDesk desk)
    {
        await desk.Remove(http.User.Require("post"), handle);
        return Results.NoContent();
    }
}
