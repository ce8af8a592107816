using System.Security.Claims;
using OrleansMixi.Accounts;
using OrleansMixi.Hosting;
using OrleansMixi.Members;
using OrleansMixi.Pages.Shell;

namespace OrleansMixi.Messages;

/// <summary>Conversations over HTTP.</summary>
internal static class MessageApi
{
    public static void MapMessages(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/messages").WithTags("Messages");
        group.MapGet("/", List).Produces<ConversationListView>().WithSummary("The caller's conversations, the newest line first, with what is not read yet");
        group.MapGet("/unread", Unread).Produces<UnreadView>().WithSummary("In how many conversations something waits");
        group.MapGet("/stamps", AllStamps).Produces<StampView[]>().WithSummary("The stamps that can be sent");
        group.MapPost("/", Start).Accepts<StartRequest>("application/json").Produces<ConversationView>(201)
            .WithSummary("Open the conversation with one member ('with'), or make a group ('members', 'title')")
            .WithDescription("There is one conversation for two members; asking again answers it. With the same 'Idempotency-Key' a group is made once. Strangers may start only with members who take messages from everyone.");
        group.MapGet("/{id}", Read).Produces<ConversationView>().WithSummary("One conversation");
        group.MapGet("/{id}/messages", Page).Produces<MessagePageView>().WithSummary("The messages of a conversation, newest first");
        group.MapPost("/{id}/messages", Send).Accepts<SendRequest>("application/json").Produces<MessageView>(201)
            .WithSummary("Send words (at most 2,000 text elements) or a stamp")
            .WithDescription("Header 'Idempotency-Key' (1–64 visible ASCII characters): the same key with the same message sends once and answers what was sent.");
        group.MapDelete("/{id}/messages/{message}", Unsend).Produces(204).WithSummary("Take back an own message within 24 hours; a line without words remains");
        group.MapPut("/{id}/read", MarkRead).Accepts<ReadRequest>("application/json").Produces(204).WithSummary("Mark as read up to a message; marks only go forward");
        group.MapPut("/{id}/members/{handle}", Add).Produces(204).WithSummary("Add a member to a group; the newcomer sees what is said from now on");
        group.MapDelete("/{id}/membership", Leave).Produces(204).WithSummary("Leave a group");
    }

    private static async Task<IResult> List(ClaimsPrincipal caller, string? before, int? limit, ViewerStore viewers, Mailbox mailbox) =>
        Results.Ok(await mailbox.List(await viewers.Find(caller.Require("read")), before, Limit(limit)));

    private static async Task<IResult> Unread(ClaimsPrincipal caller, ViewerStore viewers, UnreadMessages unread) =>
        Results.Ok(new UnreadView(await unread.Conversations(await viewers.Find(caller.Require("read")))));

    private static IResult AllStamps(Assets files) => Results.Ok(Stamps.All.Select(stamp => new StampView(stamp, files[$"img/stamps/{stamp}.svg"])));

    private static async Task<IResult> Start(HttpContext http, ViewerStore viewers, Mailbox mailbox, MessageDoor door)
    {
        var member = http.User.Require("post");
        using var document = await http.ReadJson();
        var request = Bodies.Read<StartRequest>(document.RootElement);
        var id = (request.With, request.Members) switch
        {
            ({ } other, null) => await door.Open(member, other),
            (null, { Count: > 0 } others) => await door.Found(member, request.Title, others, Key(http)),
            _ => throw Errors.Invalid("with", "Give either 'with' (a handle), or 'members' (handles) for a group."),
        };
        var viewer = await viewers.Find(member);
        var view = await mailbox.View(viewer, await mailbox.Find(viewer, MessageViews.Text(id)));
        return Results.Created($"/api/messages/{view.Id}", view);
    }

    private static async Task<IResult> Read(string id, ClaimsPrincipal caller, ViewerStore viewers, Mailbox mailbox)
    {
        var viewer = await viewers.Find(caller.Require("read"));
        return Results.Ok(await mailbox.View(viewer, await mailbox.Find(viewer, id)));
    }

    private static async Task<IResult> Page(string id, ClaimsPrincipal caller, string? before, int? limit, ViewerStore viewers, Mailbox mailbox)
    {
        var viewer = await viewers.Find(caller.Require("read"));
        return Results.Ok(await mailbox.Page(viewer, await mailbox.Find(viewer, id), before, Limit(limit)));
    }

    private static async Task<IResult> Send(string id, HttpContext http, MessageDoor door, MessageViews views)
    {
        var member = http.User.Require("post");
        using var document = await http.ReadJson();
        var request = Bodies.Read<SendRequest>(document.RootElement);
        var view = (await views.Of([await door.Send(member, id, new(request.Text, request.Stamp, Key(http)))]))[0];
        return Results.Created($"/api/messages/{id}/messages?before={long.Parse(view.Id, System.Globalization.CultureInfo.InvariantCulture) + 1}&limit=1", view);
    }

    private static async Task<IResult> Unsend(string id, string message, ClaimsPrincipal caller, MessageDoor door)
    {
        await door.Unsend(caller.Require("post"), id, message);
        return Results.NoContent();
    }

    private static async Task<IResult> MarkRead(string id, HttpContext http, ViewerStore viewers, Mailbox mailbox)
    {
        var viewer = await viewers.Find(http.User.Require("read"));
        using var document = await http.ReadJson();
        mailbox.Read(viewer, await mailbox.Find(viewer, id), Bodies.Read<ReadRequest>(document.RootElement).Message);
        return Results.NoContent();
    }

    private static async Task<IResult> Add(string id, string handle, ClaimsPrincipal caller, MessageDoor door)
    {
        await door.Add(caller.Require("post"), id, [handle]);
        return Results.NoContent();
    }

    private static async Task<IResult> Leave(string id, ClaimsPrincipal caller, MessageDoor door)
    {
        await door.Leave(caller.Require("post"), id);
        return Results.NoContent();
    }

    private static string? Key(HttpContext http) => http.Request.Headers["Idempotency-Key"] is [{ } header] ? header : null;

    private static int Limit(int? limit) => limit is null or (>= 1 and <= Mailbox.MaxLimit)
        ? limit ?? Mailbox.DefaultLimit
        : throw Errors.Invalid("limit", $"'limit' is 1 to {Mailbox.MaxLimit}.");
}
