using OrleansMixi.Accounts;
using OrleansMixi.Hosting;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Plans;

/// <summary>Plans over HTTP: one's own to read, everyone's for administrators.</summary>
internal static class PlanApi
{
    public static void MapPlans(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/me/plan", Mine).WithTags("Account").Produces<PlanView>().WithSummary("The caller's plan");
        var plans = app.MapGroup("/api/admin/plans").WithTags("Administration");
        plans.MapGet("/{handle}", Read).Produces<PlanView>().WithSummary("A member's plan; scope 'admin'");
        plans.MapPut("/{handle}", Grant).Accepts<PlanGrant>("application/json").Produces<PlanView>().WithSummary("Grant a plan with an end; scope 'admin'");
        plans.MapDelete("/{handle}", End).Produces(204).WithSummary("End a member's plans now; scope 'admin'");
    }

    private static async Task<IResult> Mine(HttpContext http, Entitlements entitlements) =>
        Results.Ok(View(await entitlements.Of(http.User.Require("read"))));

    private static async Task<IResult> Read(string handle, HttpContext http, AuthorStore authors, Entitlements entitlements)
    {
        http.User.Require("admin");
        return Results.Ok(View(await entitlements.Of(await Find(handle, authors))));
    }

    private static async Task<IResult> Grant(
        string handle, HttpContext http, AuthorStore authors, PlanGrants grants, Entitlements entitlements, LogTail tail)
    {
        var by = http.User.Require("admin");
        using var document = await http.ReadJson();
        var wanted = Bodies.Read<PlanGrant>(document.RootElement);
        var member = await Find(handle, authors);
        await grants.Grant(member, wanted.Plan, wanted.Starts, wanted.Ends, by);
        await tail.Settled(tail.Shape.QueueOf(member), http.RequestAborted);
        return Results.Ok(View(await entitlements.Of(member)));
    }

    private static async Task<IResult> End(string handle, HttpContext http, AuthorStore authors, PlanGrants grants, LogTail tail)
    {
        var by = http.User.Require("admin");
        var member = await Find(handle, authors);
        await grants.End(member, by);
        await tail.Settled(tail.Shape.QueueOf(member), http.RequestAborted);
        return Results.NoContent();
    }

    private static PlanView View(Plan plan) => new(plan.Kind, plan.Starts, plan.Ends);

    private static async Task<int> Find(string handle, AuthorStore authors) =>
        Handle.Fold(handle) is { } folded && await authors.Find(folded) is { } author ? author.Number : throw Errors.NotFound("member");
}
