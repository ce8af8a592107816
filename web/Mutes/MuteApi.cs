using OrleansMixi.Accounts;
using OrleansMixi.Hosting;
using OrleansMixi.Log;

namespace OrleansMixi.Mutes;

/// <summary>Mutes and hidden posts over HTTP.</summary>
internal static class MuteApi
{
    public static void MapMutes(this IEndpointRouteBuilder app)
    {
        var mutes = app.MapGroup("/api/mutes").WithTags("Mutes");
        mutes.MapGet("/", List).Produces<MuteView[]>().WithSummary("What the caller muted and hid, newest first");
        mutes.MapPost("/", Add).Accepts<MuteRequest>("application/json").Produces<MuteView>(201)
            .WithSummary("Mute a member, topic, word or language, or hide a post; the same again changes scope and end");
        mutes.MapPost("/preview", Preview).Accepts<MuteRequest>("application/json").Produces<MutePreview>()
            .WithSummary("What a mute would have hidden in the last 7 days of the home timeline, without saving it");
        mutes.MapDelete("/{number:int}", Remove).Produces(204).WithSummary("Take a mute away; everything it hid is shown again");
        app.MapPut("/api/posts/{id}/hidden", Hide).WithTags("Mutes").Produces(204).WithSummary("Hide one post from all of the caller's lists");
        app.MapDelete("/api/posts/{id}/hidden", Show).WithTags("Mutes").Produces(204).WithSummary("Show a hidden post again");
    }

    private static async Task<IResult> List(HttpContext http, MuteStore store, MuteWords words, TimeProvider time)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var views = new List<MuteView>();
        foreach (var rule in (await store.Of(http.User.Require("read"))).Where(rule => rule.Until == 0 || rule.Until > now))
        {
            views.Add(await words.View(rule));
        }

        return Results.Ok(views);
    }

    private static async Task<IResult> Add(HttpContext http, MuteWords words, MuteDesk desk)
    {
        var member = http.User.Require("post");
        using var document = await http.ReadJson();
        var kept = await desk.Add(member, await words.Rule(member, Bodies.Read<MuteRequest>(document.RootElement)));
        return Results.Created($"/api/mutes/{kept.Number}", await words.View(kept));
    }

    private static async Task<IResult> Preview(HttpContext http, MuteWords words, MutePreviews previews)
    {
        var member = http.User.Require("read");
        using var document = await http.ReadJson();
        return Results.Ok(await previews.Of(member, await words.Rule(member, Bodies.Read<MuteRequest>(document.RootElement))));
    }

    private static async Task<IResult> Remove(int number, HttpContext http, MuteDesk desk)
    {
        await desk.Remove(http.User.Require("post"), number);
        return Results.NoContent();
    }

    private static async Task<IResult> Hide(string id, HttpContext http, MuteWords words, MuteDesk desk)
    {
        var member = http.User.Require("post");
        await desk.Add(member, await words.Rule(member, new("post", id)));
        return Results.NoContent();
    }

    private static async Task<IResult> Show(string id, HttpContext http, MuteDesk desk)
    {
        var member = http.User.Require("post");
        await desk.Show(member, PostId.TryParse(id, out var post) ? post : throw Errors.NotFound("post"));
        return Results.NoContent();
    }
}
