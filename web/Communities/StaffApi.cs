using OrleansMixi.Accounts;
using OrleansMixi.Hosting;
using OrleansMixi.Log;
using OrleansMixi.Members;

namespace OrleansMixi.Communities;

/// <summary>What the staff of communities does, over HTTP: the door, roles, bars, removals, the book and undoing.</summary>
internal static class StaffApi
{
    public static void MapCommunityStaff(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/communities/{slug}").WithTags("Communities");
        group.MapGet("/requests", Requests).Produces<string[]>().WithSummary("Handles that wait for approval; for staff with the right 'approve'");
        group.MapPut("/invited/{handle}", Invite).Produces(204).WithSummary("Approve or invite a member");
        group.MapDelete("/invited/{handle}", Decline).Produces(204).WithSummary("Decline a request, or take an invitation back");
        group.MapGet("/staff", Staff).Produces<MemberInView[]>().WithSummary("The founder, and the moderators with their rights");
        group.MapPut("/staff/{handle}", Name).Accepts<StaffRequest>("application/json").Produces(204).WithSummary("Name a moderator, or change the rights; for the founder");
        group.MapDelete("/staff/{handle}", Dismiss).Produces(204).WithSummary("Dismiss a moderator; for the founder");
        group.MapGet("/bars", Bars).Produces<BarView[]>().WithSummary("Who is barred; for staff with the right 'bar'");
        group.MapPut("/bars/{handle}", Bar).Accepts<BarRequest>("application/json").Produces(204).WithSummary("Bar a member, with a reason and an end or without one");
        group.MapDelete("/bars/{handle}", Unbar).Produces(204).WithSummary("Lift a bar");
        group.MapPut("/removed/{post}", Remove).Produces(204).WithSummary("Take a post out of everybody's sight but its author's; with the right 'remove'").WithDescription("The body may be { \"reason\" }, which members read in the log.");
        group.MapDelete("/removed/{post}", Restore).Produces(204).WithSummary("Give a removed post back");
        group.MapPut("/founder/{handle}", HandOver).Produces(204).WithSummary("Hand the community over to another member; for the founder");
        group.MapPost("/founder", Claim).Produces(204).WithSummary("Take the head of a community whose founder is gone");
        group.MapGet("/log", Deeds).Produces<ListView<DeedView>>().WithSummary("What staff did, newest first; for members");
        group.MapPost("/log/{entry:long}/undo", Undo).Produces(204).WithSummary("Undo an entry of the log; for who may do it");
    }

    private static async Task<IResult> Requests(string slug, HttpContext http, CommunityCall call, CommunityDoor door)
    {
        var member = http.User.Require("read");
        var (_, profile) = await call.Read(http, slug);
        return Results.Ok((await door.Waiting(member, profile.Number)).Select(author => author.Handle));
    }

    private static async Task<IResult> Invite(string slug, string handle, HttpContext http, CommunityDoor door)
    {
        await door.LetIn(http.User.Require("post"), slug, handle);
        return Results.NoContent();
    }

    private static Task<IResult> Decline(string slug, string handle, HttpContext http, CommunityCall call) =>
        call.Do(http, slug, handle, (grain, actor, member) => grain.Decline(actor, member));

    private static async Task<IResult> Staff(string slug, HttpContext http, CommunityCall call, CommunityRoll roll)
    {
        var (viewer, profile) = await call.Read(http, slug);
        return Results.Ok(await roll.Staff(viewer, profile));
    }

    private static async Task<IResult> Name(string slug, string handle, HttpContext http, CommunityCall call)
    {
        using var document = await http.ReadJson();
        var rights = CommunityWords.RightsOf(Bodies.Read<StaffRequest>(document.RootElement).Rights);
        return await call.Do(http, slug, handle, (grain, actor, member) => grain.SetStaff(actor, member, rights));
    }

    private static Task<IResult> Dismiss(string slug, string handle, HttpContext http, CommunityCall call) =>
        call.Do(http, slug, handle, (grain, actor, member) => grain.SetStaff(actor, member, CommunityRights.None));

    private static async Task<IResult> Bars(string slug, int? offset, int? limit, HttpContext http, CommunityCall call, CommunityRoll roll)
    {
        http.User.Require("read");
        var (from, count) = CommunityApi.Place(offset, limit);
        var (viewer, profile) = await call.Read(http, slug);
        return Results.Ok(await roll.Bars(viewer, profile, from, count));
    }

    private static async Task<IResult> Bar(string slug, string handle, HttpContext http, CommunityCall call)
    {
        using var document = await http.ReadJson();
        var request = Bodies.Read<BarRequest>(document.RootElement);
        return await call.Do(http, slug, handle, (grain, actor, member) => grain.Bar(actor, member, request.Until?.ToUnixTimeMilliseconds() ?? 0, request.Reason));
    }

    private static Task<IResult> Unbar(string slug, string handle, HttpContext http, CommunityCall call) =>
        call.Do(http, slug, handle, (grain, actor, member) => grain.Unbar(actor, member));

    private static async Task<IResult> Remove(string slug, string post, HttpContext http, CommunityCall call)
    {
        var reason = (await CommunityCall.Body<ReasonRequest>(http))?.Reason ?? "";
        return await call.Do(http, slug, (grain, actor) => grain.RemovePost(actor, Post(post), reason));
    }

    private static Task<IResult> Restore(string slug, string post, HttpContext http, CommunityCall call) =>
        call.Do(http, slug, (grain, actor) => grain.RestorePost(actor, Post(post)));

    private static Task<IResult> HandOver(string slug, string handle, HttpContext http, CommunityCall call) =>
        call.Do(http, slug, handle, (grain, actor, member) => grain.HandOver(actor, member));

    private static Task<IResult> Claim(string slug, HttpContext http, CommunityCall call) => call.Do(http, slug, (grain, actor) => grain.Claim(actor));

    private static async Task<IResult> Deeds(string slug, long? before, int? limit, HttpContext http, Viewers viewers, CommunityReader reader, CommunityRoll roll)
    {
        http.User.Require("read");
        var (_, count) = CommunityApi.Place(null, limit);
        var viewer = await viewers.Of(http.User);
        return Results.Ok(await roll.Deeds(viewer, await reader.Inside(viewer, slug), before ?? long.MaxValue, count));
    }

    private static Task<IResult> Undo(string slug, long entry, HttpContext http, CommunityCall call) => call.Do(http, slug, (grain, actor) => grain.Undo(actor, entry));

    private static long Post(string id) => PostId.TryParse(id, out var post) ? post : throw Errors.NotFound("post");
}
