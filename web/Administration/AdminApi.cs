using OrleansMixi.Accounts;
using OrleansMixi.Hosting;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Moderation;

namespace OrleansMixi.Administration;

/// <summary>What administrators do, over HTTP; everything needs the scope 'admin'.</summary>
internal static class AdminApi
{
    public static void MapAdministration(this IEndpointRouteBuilder app)
    {
        var admin = app.MapGroup("/api/admin").WithTags("Administration").AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.User.Require("admin");
            return await next(context);
        });
        admin.MapGet("/reports", async (AdminDesk desk) => Results.Ok(await desk.Reports())).Produces<ReportView[]>().WithSummary("Reports that wait");
        admin.MapPost("/reports/{number:int}/close", CloseReport).Accepts<CloseRequest>("application/json").Produces(204).WithSummary("Decide a report, and all about the same thing");
        admin.MapPut("/members/{handle}/suspension", Suspend).Accepts<MeasureRequest>("application/json").Produces(204).WithSummary("Suspend a member at once");
        admin.MapDelete("/members/{handle}/suspension", Lift).Produces(204).WithSummary("Lift a suspension");
        admin.MapGet("/members/{handle}", Read).Produces<AdminMemberView>().WithSummary("A member, with what was done to them");
        admin.MapPut("/posts/{id}/removal", Remove).Accepts<MeasureRequest>("application/json").Produces(204).WithSummary("Hide a post; nothing of it is lost");
        admin.MapDelete("/posts/{id}/removal", Restore).Produces(204).WithSummary("Put a hidden post back");
        admin.MapGet("/measures", async (int? before, AdminDesk desk) => Results.Ok(await desk.Log(before))).Produces<AdminMeasureView[]>().WithSummary("All measures, newest first");
        admin.MapGet("/appeals", async (AdminDesk desk) => Results.Ok(await desk.Appeals())).Produces<AppealView[]>().WithSummary("Appeals that wait");
        admin.MapPost("/appeals/{measure:int}", Decide).Accepts<DecisionRequest>("application/json").Produces(204).WithSummary("Decide an appeal; granting it undoes the measure");
        admin.MapGet("/applications", async (AdminDesk desk) => Results.Ok(await desk.Newcomers())).Produces<ApplicationView[]>().WithSummary("Newcomers who wait");
        admin.MapPost("/applications/{number:int}/approve", Approve).Produces(204).WithSummary("Let a newcomer in");
        admin.MapPost("/applications/{number:int}/decline", Decline).Produces(204).WithSummary("Turn a newcomer away");
        admin.MapGet("/administrators", async (AdminDesk desk) => Results.Ok(await desk.Administrators())).Produces<string[]>().WithSummary("The handles of the administrators");
        admin.MapPut("/administrators/{handle}", Appoint).Produces(204).WithSummary("Make a member an administrator");
        admin.MapDelete("/administrators/{handle}", Dismiss).Produces(204).WithSummary("Make an administrator a plain member");
    }

    private static async Task<IResult> CloseReport(int number, HttpContext http, ReportStore reports)
    {
        using var document = await http.ReadJson();
        await reports.Close(number, http.User.Member(), Bodies.Read<CloseRequest>(document.RootElement).Outcome);
        return Results.NoContent();
    }

    private static async Task<IResult> Suspend(string handle, HttpContext http, ModerationDesk desk)
    {
        using var document = await http.ReadJson();
        var wanted = Bodies.Read<MeasureRequest>(document.RootElement);
        await desk.Suspend(handle, http.User.Member(), wanted.Reason, wanted.Ends);
        return Results.NoContent();
    }

    private static async Task<IResult> Lift(string handle, string? reason, HttpContext http, ModerationDesk desk)
    {
        await desk.Lift(handle, http.User.Member(), reason);
        return Results.NoContent();
    }

    private static async Task<IResult> Read(string handle, AdminDesk desk) => Results.Ok(await desk.Member(handle) ?? throw Errors.NotFound("member"));

    private static async Task<IResult> Remove(string id, HttpContext http, ModerationDesk desk)
    {
        using var document = await http.ReadJson();
        var wanted = Bodies.Read<MeasureRequest>(document.RootElement);
        await desk.Remove(Post(id), http.User.Member(), wanted.Reason, wanted.Ends);
        return Results.NoContent();
    }

    private static async Task<IResult> Restore(string id, string? reason, HttpContext http, ModerationDesk desk)
    {
        await desk.Restore(Post(id), http.User.Member(), reason);
        return Results.NoContent();
    }

    private static async Task<IResult> Decide(int measure, HttpContext http, ModerationDesk desk)
    {
        using var document = await http.ReadJson();
        var decision = Bodies.Read<DecisionRequest>(document.RootElement);
        await desk.Decide(measure, http.User.Member(), decision.Granted, decision.Answer);
        return Results.NoContent();
    }

    private static async Task<IResult> Approve(int number, HttpContext http, AdminDesk desk)
    {
        await desk.Approve(number, http.User.Member());
        return Results.NoContent();
    }

    private static async Task<IResult> Decline(int number, HttpContext http, AdminDesk desk)
    {
        await desk.Decline(number, http.User.Member());
        return Results.NoContent();
    }

    private static async Task<IResult> Appoint(string handle, HttpContext http, AdminDesk desk)
    {
        await desk.SetRole(handle, MemberRole.Administrator, http.User.Member());
        return Results.NoContent();
    }

    private static async Task<IResult> Dismiss(string handle, HttpContext http, AdminDesk desk)
    {
        await desk.SetRole(handle, MemberRole.Member, http.User.Member());
        return Results.NoContent();
    }

    private static long Post(string id) => PostId.TryParse(id, out var post) ? post : throw Errors.NotFound("post");
}
