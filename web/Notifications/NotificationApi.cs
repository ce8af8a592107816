using OrleansMixi.Accounts;
using OrleansMixi.Hosting;

namespace OrleansMixi.Notifications;

/// <summary>Notifications over HTTP. What is new rings as the event <c>notice</c> of the live stream.</summary>
internal static class NotificationApi
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;

    public static void MapNotifications(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/notifications").WithTags("Notifications");
        group.MapGet("/", List).Produces<NotificationsView>().WithSummary("The caller's notifications, newest first").WithDescription("'before' is 'next' of the page before.");
        group.MapGet("/count", Count).Produces<NotificationCount>().WithSummary("How many are unread");
        group.MapPost("/read", Read).Accepts<ReadRequest>("application/json").Produces(204).WithSummary("Mark one, all up to a moment, or all as read");
        group.MapGet("/switches", Switches).Produces<SwitchesView>().WithSummary("Kinds that are switched off");
        group.MapPut("/switches", Switch).Accepts<SwitchesView>("application/json").Produces(204).WithSummary("Switch kinds off; those not named are on");
    }

    private static async Task<IResult> List(HttpContext http, string? before, int? limit, NotificationDesk desk)
    {
        var size = limit is null or (>= 1 and <= MaxLimit) ? limit ?? DefaultLimit : throw Errors.Invalid("limit", $"'limit' is 1 to {MaxLimit}.");
        return Results.Ok(await desk.Page(http.User.Require("read"), before, size));
    }

    private static async Task<IResult> Count(HttpContext http, NotificationDesk desk)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new NotificationCount(await desk.Unread(http.User.Require("read"))));
    }

    private static async Task<IResult> Read(HttpContext http, NotificationDesk desk)
    {
        var member = http.User.Require("read");
        using var document = await http.ReadJson();
        var request = Bodies.Read<ReadRequest>(document.RootElement);
        await (request.Id is { } id ? desk.Read(member, id) : desk.ReadAll(member, request.UpTo));
        return Results.NoContent();
    }

    private static async Task<IResult> Switches(HttpContext http, NotificationDesk desk) =>
        Results.Ok(new SwitchesView([.. (await desk.Off(http.User.Require("read"))).Select(NotificationWords.Of)]));

    private static async Task<IResult> Switch(HttpContext http, NotificationDesk desk)
    {
        var member = http.User.Require("post");
        using var document = await http.ReadJson();
        await desk.Switch(member, Bodies.Read<SwitchesView>(document.RootElement).Off.Select(NotificationWords.KindOf));
        return Results.NoContent();
    }
}
