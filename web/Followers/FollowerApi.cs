using OrleansMixi.Accounts;

namespace OrleansMixi.Followers;

/// <summary>Followers of the caller over HTTP: a locked account approves each.</summary>
internal static class FollowerApi
{
    public static void MapFollowers(this IEndpointRouteBuilder app)
    {
        var followers = app.MapGroup("/api/followers").WithTags("Follows");
        followers.MapGet("/requests", Requests).Produces<FollowRequestView[]>().WithSummary("Requests to follow the caller that wait for an answer");
        followers.MapPut("/{handle}", Approve).Produces(204).WithSummary("Let a member follow who asked to");
        followers.MapDelete("/{handle}", TurnAway).Produces(204).WithSummary("Decline a request silently, or end that somebody follows");
    }

    private static async Task<IResult> Requests(HttpContext http, FollowerDesk desk) => Results.Ok(await desk.Waiting(http.User.Require("read")));

    private static async Task<IResult> Approve(string handle, HttpContext http, FollowerDesk desk)
    {
        await desk.Approve(http.User.Require("post"), handle);
        return Results.NoContent();
    }

    private static async Task<IResult> TurnAway(string handle, HttpContext http, FollowerDesk desk)
    {
        await desk.TurnAway(http.User.Require("post"), handle);
        return Results.NoContent();
    }
}
