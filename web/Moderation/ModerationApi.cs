using OrleansMixi.Accounts;
using OrleansMixi.Hosting;
using OrleansMixi.Log;
using OrleansMixi.Members;

namespace OrleansMixi.Moderation;

/// <summary>What members do about moderation: report, read the log, appeal.</summary>
internal static class ModerationApi
{
    public static void MapModeration(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api").WithTags("Moderation");
        group.MapPost("/reports", Report).Accepts<ReportRequest>("application/json").Produces(202).WithSummary("Report a post, a member or a community to the administrators");
        group.MapGet("/moderation-log", Log).Produces<LogView[]>().WithSummary("What administrators did, why and when; 'before' is the last number of the page before");
        group.MapGet("/me/measures", Mine).Produces<MeasureView[]>().WithSummary("What administrators did to the caller");
        group.MapPost("/me/measures/{number:int}/appeal", Appeal).Accepts<AppealRequest>("application/json").Produces(202).WithSummary("Appeal, once");
        group.MapDelete("/me/measures/{number:int}/post", Delete).Produces(204).WithSummary("Delete the hidden post for good; then nobody restores it");
    }

    private static async Task<IResult> Report(HttpContext http, ReportDesk desk)
    {
        var member = http.User.Require("post");
        using var document = await http.ReadJson();
        await desk.Report(member, Bodies.Read<ReportRequest>(document.RootElement), http.RequestAborted);
        return Results.Accepted();
    }

    private static async Task<IResult> Log(HttpContext http, int? before, MeasureViews views)
    {
        http.User.Require("read");
        return Results.Ok(await views.Log(before));
    }

    private static async Task<IResult> Mine(HttpContext http, MeasureViews views) => Results.Ok(await views.Of(http.User.Require("read")));

    private static async Task<IResult> Appeal(int number, HttpContext http, ModerationDesk desk)
    {
        var member = http.User.Require("post");
        using var document = await http.ReadJson();
        await desk.Appeal(number, member, Bodies.Read<AppealRequest>(document.RootElement).Text);
        return Results.Accepted();
    }

    private static async Task<IResult> Delete(int number, HttpContext http, MeasureStore measures, IGrainFactory grains, LogTail tail)
    {
        var member = http.User.Require("post");
        var measure = await measures.Find(number) is { Post: not 0 } found && found.Member == member ? found : throw Errors.NotFound("measure");
        await grains.GetGrain<IUserGrain>(member).Delete(measure.Post);
        await tail.Settled(PostId.Queue(measure.Post), http.RequestAborted);
        return Results.NoContent();
    }
}
