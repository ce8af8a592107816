using System.Text.Json;
using OrleansMixi.Accounts;
using OrleansMixi.Hosting;

namespace OrleansMixi.News;

/// <summary>News categories over HTTP, and their outside feeds for administrators.</summary>
internal static class NewsApi
{
    public static void MapNews(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/news", () => Results.Ok(NewsCategory.All)).WithTags("News").Produces<string[]>().WithSummary("The news categories, in order");
        var feeds = app.MapGroup("/api/admin/news/{category}/feeds").WithTags("Administration");
        feeds.MapGet("/", Read).Produces<NewsFeed[]>().WithSummary("The outside feeds that fill a category; scope 'admin'");
        feeds.MapPut("/", Replace).Accepts<NewsFeed[]>("application/json").Produces<NewsFeed[]>()
            .WithSummary("Replace them: [{ \"url\", \"minutes\" }], at least 5 minutes; scope 'admin'");
    }

    private static async Task<IResult> Read(string category, HttpContext http, IGrainFactory grains)
    {
        http.User.Require("admin");
        return Results.Ok(await Grain(category, grains).Feeds());
    }

    private static async Task<IResult> Replace(string category, HttpContext http, IGrainFactory grains)
    {
        http.User.Require("admin");
        using var document = await http.ReadJson();
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw Errors.Invalid("$", "Send an array: [{ \"url\": \"https://…\", \"minutes\": 30 }].");
        }

        var grain = Grain(category, grains);
        await grain.SetFeeds([.. document.RootElement.EnumerateArray().Select(Bodies.Read<NewsFeed>)]);
        return Results.Ok(await grain.Feeds());
    }

    private static INewsCategoryGrain Grain(string category, IGrainFactory grains) =>
        NewsCategory.Number(category) is var number and > 0 ? grains.GetGrain<INewsCategoryGrain>(number) : throw Errors.NotFound("news category");
}
