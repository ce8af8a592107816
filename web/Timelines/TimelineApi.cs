using System.Security.Claims;
using OrleansMixi.Accounts;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Timelines;

/// <summary>Timelines and feeds over HTTP.</summary>
internal static class TimelineApi
{
    public static void MapTimelines(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api").WithTags("Timelines");
        group.MapGet("/timeline", Home).Produces<TimelineView>()
            .WithSummary("The own home timeline, newest first").WithDescription("'before' is 'next' of the page before; 'cursor' goes to /api/stream.");
        group.MapGet("/feeds/{topic}", Feed).Produces<TimelineView>().WithSummary("The posts of one topic, newest first; of one kind if asked");
    }

    private static async Task Home(HttpContext http, int? limit, string? before, Viewers viewers, HomeReader timelines)
    {
        http.User.Require("read");
        await PageJson.Answer(http, await timelines.Read(await viewers.Of(http.User), before, Limit(limit)));
    }

    private static async Task<IResult> Feed(
        string topic, ClaimsPrincipal caller, int? limit, string? before, string? kind, Viewers viewers, TopicNames names, TimelineReader timelines)
    {
        var viewer = await viewers.Of(caller);
        var found = TopicName.TryParse(topic, out var name) ? await names.Find(name) : null;
        return Results.Ok(await timelines.Feed(viewer, [found ?? throw Errors.NotFound("topic")], before, Limit(limit), kind is null ? null : PostWords.FormOf(kind)));
    }

    private static int Limit(int? limit) => limit is null or (>= 1 and <= TimelineReader.MaxLimit)
        ? limit ?? TimelineReader.DefaultLimit
        : throw Errors.Invalid("limit", $"'limit' is 1 to {TimelineReader.MaxLimit}.");
}
