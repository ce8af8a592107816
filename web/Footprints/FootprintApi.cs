using System.Security.Claims;
using OrleansMixi.Accounts;

namespace OrleansMixi.Footprints;

/// <summary>Footprints over HTTP.</summary>
internal static class FootprintApi
{
    private const int DefaultLimit = 50;

    public static void MapFootprints(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/footprints").WithTags("Footprints");
        group.MapGet("/", Visitors).Produces<FootprintListView>().WithSummary("Who visited the caller's profile or diary within 30 days, newest first");
        group.MapGet("/left", Left).Produces<FootprintListView>().WithSummary("Where the caller left footprints");
        group.MapDelete("/left/{id}", TakeBack).Produces(204).WithSummary("Take back an own footprint; 10 a month, 30 with Premium");
    }

    private static async Task<IResult> Visitors(ClaimsPrincipal caller, string? before, int? limit, FootprintPages pages) =>
        Results.Ok(await pages.Visitors(caller.Require("read"), before, Limit(limit)));

    private static async Task<IResult> Left(ClaimsPrincipal caller, string? before, int? limit, FootprintPages pages) =>
        Results.Ok(await pages.Left(caller.Require("read"), before, Limit(limit)));

    private static async Task<IResult> TakeBack(string id, ClaimsPrincipal caller, FootprintPages pages)
    {
        await pages.TakeBack(caller.Require("post"), id);
        return Results.NoContent();
    }

    private static int Limit(int? limit) => limit is null or (>= 1 and <= FootprintPages.MaxLimit)
        ? limit ?? DefaultLimit
        : throw Errors.Invalid("limit", $"'limit' is 1 to {FootprintPages.MaxLimit}.");
}
