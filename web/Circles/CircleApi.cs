using OrleansMixi.Accounts;
using OrleansMixi.Hosting;

namespace OrleansMixi.Circles;

/// <summary>Friend groups over HTTP; only their member sees them.</summary>
internal static class CircleApi
{
    public static void MapCircles(this IEndpointRouteBuilder app)
    {
        var groups = app.MapGroup("/api/groups").WithTags("Friend groups");
        groups.MapGet("/", List).Produces<GroupView[]>().WithSummary("The caller's close friends (number 0) and friend groups");
        groups.MapPost("/", Create).Accepts<GroupRequest>("application/json").Produces<GroupView>(201).WithSummary("Make a friend group");
        groups.MapPatch("/{group}", Rename).Accepts<GroupRequest>("application/json").Produces<GroupView>().WithSummary("Give a group another name");
        groups.MapDelete("/{group}", Remove).Produces(204).WithSummary("Take a group away; what was written for it is then for its author alone");
        groups.MapPut("/{group}/friends", Fill).Accepts<GroupFilling>("application/json").Produces<GroupView>().WithSummary("Put exactly these friends into a group; 'close' for the close friends");
        groups.MapPut("/{group}/friends/{handle}", Add).Produces(204).WithSummary("Put a friend into a group");
        groups.MapDelete("/{group}/friends/{handle}", Drop).Produces(204).WithSummary("Take a friend out of a group");
    }

    private static async Task<IResult> List(HttpContext http, CircleDesk desk) => Results.Ok(await desk.Of(http.User.Require("read")));

    private static async Task<IResult> Create(HttpContext http, CircleDesk desk)
    {
        var member = http.User.Require("post");
        using var document = await http.ReadJson();
        var number = await desk.Create(member, Bodies.Read<GroupRequest>(document.RootElement).Name);
        return Results.Created($"/api/groups/{number}", await desk.Find(member, number));
    }

    private static async Task<IResult> Rename(string group, HttpContext http, CircleDesk desk)
    {
        var (member, number) = (http.User.Require("post"), CircleDesk.Number(group));
        using var document = await http.ReadJson();
        await desk.Rename(member, number, Bodies.Read<GroupRequest>(document.RootElement).Name);
        return Results.Ok(await desk.Find(member, number));
    }

    private static async Task<IResult> Remove(string group, HttpContext http, CircleDesk desk)
    {
        await desk.Remove(http.User.Require("post"), CircleDesk.Number(group));
        return Results.NoContent();
    }

    private static async Task<IResult> Fill(string group, HttpContext http, CircleDesk desk)
    {
        var (member, number) = (http.User.Require("post"), CircleDesk.Number(group));
        using var document = await http.ReadJson();
        await desk.Fill(member, number, Bodies.Read<GroupFilling>(document.RootElement).Friends);
        return Results.Ok(await desk.Find(member, number));
    }

    private static async Task<IResult> Add(string group, string handle, HttpContext http, CircleDesk desk)
    {
        await desk.Place(http.User.Require("post"), CircleDesk.Number(group), handle, inside: true);
        return Results.NoContent();
    }

    private static async Task<IResult> Drop(string group, string handle, HttpContext http, CircleDesk desk)
    {
        await desk.Place(http.User.Require("post"), CircleDesk.Number(group), handle, inside: false);
        return Results.NoContent();
    }
}
