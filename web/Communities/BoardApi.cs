using OrleansMixi.Accounts;
using OrleansMixi.Hosting;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>Boards of communities over HTTP: topics, events, polls.</summary>
internal static class BoardApi
{
    private const string Key = "Header 'Idempotency-Key': the same key with the same text posts once.";

    public static void MapBoards(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/communities/{slug}").WithTags("Boards");
        group.MapGet("/topics", Topics).Produces<ListView<BoardTopicView>>().WithSummary("The topics of the board: pinned ones first, then by last activity");
        group.MapPost("/topics", Begin).Accepts<TopicRequest>("application/json").Produces<PostView>(201).WithSummary("Begin a topic").WithDescription(Key);
        group.MapPut("/pinned/{post}", Pin).Produces(204).WithSummary("Pin a topic; for staff of the board, where the founder has Premium");
        group.MapDelete("/pinned/{post}", Unpin).Produces(204).WithSummary("Take a pinned topic down");
        group.MapGet("/events", Events).Produces<ListView<EventView>>().WithSummary("Events to come, next first; with 'past=true' those that are over");
        group.MapPost("/events", Announce).Accepts<EventRequest>("application/json").Produces<EventView>(201).WithSummary("Announce an event").WithDescription(Key);
        group.MapGet("/events/{id}", Event).Produces<EventView>().WithSummary("One event with its participants");
        group.MapPatch("/events/{id}", ChangeEvent).Accepts<EventChangeRequest>("application/json").Produces<EventView>().WithSummary("Change date, place or limit of an event, or call it off");
        group.MapPut("/events/{id}/participants/me", TakeIn).Produces(204).WithSummary("Take part");
        group.MapDelete("/events/{id}/participants/me", GiveBack).Produces(204).WithSummary("Take part no longer");
        group.MapGet("/polls", Polls).Produces<ListView<CommunityPollView>>().WithSummary("The polls, newest first");
        group.MapPost("/polls", Ask).Accepts<PollRequest>("application/json").Produces<CommunityPollView>(201).WithSummary("Ask a poll, where the founder has Premium").WithDescription(Key);
        group.MapGet("/polls/{id}", Poll).Produces<CommunityPollView>().WithSummary("One poll; votes are shown to who voted, and after the end to everybody");
        group.MapPut("/polls/{id}/vote", Vote).Accepts<VoteRequest>("application/json").Produces<CommunityPollView>().WithSummary("Vote, or change the vote until the end");
        app.MapGet("/api/me/events", Mine).WithTags("Boards").Produces<ListView<EventView>>().WithSummary("Events to come in all communities of the caller");
    }

    private static async Task<IResult> Topics(string slug, int? offset, int? limit, HttpContext http, Viewers viewers, CommunityReader reader, BoardReader boards)
    {
        var (from, count) = CommunityApi.Place(offset, limit);
        var viewer = await viewers.Of(http.User);
        return Results.Ok(await boards.Topics(viewer, await reader.Readable(viewer, slug), from, count));
    }

    private static async Task<IResult> Begin(string slug, HttpContext http, CommunityCall call, BoardWriter writer, PostViews views)
    {
        var member = http.User.Require("post");
        using var document = await http.ReadJson();
        var request = Bodies.Read<TopicRequest>(document.RootElement);
        var (_, profile) = await call.Read(http, slug);
        var post = await writer.Begin(member, profile, request, KeyOf(http));
        return Results.Created($"/api/posts/{PostId.Format(post.Id)}", await views.Of(post));
    }

    private static Task<IResult> Pin(string slug, string post, HttpContext http, CommunityCall call) =>
        call.Do(http, slug, (grain, actor) => grain.Pin(actor, Post(post), pinned: true));

    private static Task<IResult> Unpin(string slug, string post, HttpContext http, CommunityCall call) =>
        call.Do(http, slug, (grain, actor) => grain.Pin(actor, Post(post), pinned: false));

    private static async Task<IResult> Events(string slug, bool? past, int? offset, int? limit, HttpContext http, Viewers viewers, CommunityReader reader, BoardReader boards)
    {
        var (from, count) = CommunityApi.Place(offset, limit);
        var viewer = await viewers.Of(http.User);
        return Results.Ok(await boards.Events(viewer, [(await reader.Readable(viewer, slug)).Number], past ?? false, from, count));
    }

    private static async Task<IResult> Mine(int? offset, int? limit, HttpContext http, Viewers viewers, BoardReader boards)
    {
        http.User.Require("read");
        var (from, count) = CommunityApi.Place(offset, limit);
        var viewer = await viewers.Of(http.User);
        return Results.Ok(await boards.Events(viewer, [.. viewer.Communities.Select(topic => Topic.Of(topic).Number)], past: false, from, count));
    }

    private static async Task<IResult> Announce(string slug, HttpContext http, CommunityCall call, BoardWriter writer, BoardReader boards)
    {
        var member = http.User.Require("post");
        using var document = await http.ReadJson();
        var request = Bodies.Read<EventRequest>(document.RootElement);
        var (viewer, profile) = await call.Read(http, slug);
        var post = PostId.Format((await writer.Announce(member, profile, request, KeyOf(http))).Id);
        return Results.Created($"/api/communities/{profile.Slug}/events/{post}", await boards.Event(viewer, profile, post));
    }

    private static async Task<IResult> Event(string slug, string id, HttpContext http, Viewers viewers, CommunityReader reader, BoardReader boards)
    {
        var viewer = await viewers.Of(http.User);
        return Results.Ok(await boards.Event(viewer, await reader.Readable(viewer, slug), id));
    }

    private static async Task<IResult> ChangeEvent(string slug, string id, HttpContext http, CommunityCall call, BoardWriter writer, BoardReader boards)
    {
        var member = http.User.Require("post");
        using var document = await http.ReadJson();
        var request = Bodies.Read<EventChangeRequest>(document.RootElement);
        var (viewer, profile) = await call.Read(http, slug);
        await writer.Change(member, profile, id, request);
        return Results.Ok(await boards.Event(viewer, profile, id));
    }

    private static Task<IResult> TakeIn(string slug, string id, HttpContext http, CommunityCall call, BoardWriter writer) => Take(slug, id, http, call, writer, part: true);

    private static Task<IResult> GiveBack(string slug, string id, HttpContext http, CommunityCall call, BoardWriter writer) => Take(slug, id, http, call, writer, part: false);

    private static async Task<IResult> Take(string slug, string id, HttpContext http, CommunityCall call, BoardWriter writer, bool part)
    {
        var member = http.User.Require("post");
        await writer.Take(member, (await call.Read(http, slug)).Profile, id, part);
        return Results.NoContent();
    }

    private static async Task<IResult> Polls(string slug, int? offset, int? limit, HttpContext http, Viewers viewers, CommunityReader reader, BoardReader boards)
    {
        var (from, count) = CommunityApi.Place(offset, limit);
        var viewer = await viewers.Of(http.User);
        return Results.Ok(await boards.Polls(viewer, await reader.Readable(viewer, slug), from, count));
    }

    private static async Task<IResult> Ask(string slug, HttpContext http, CommunityCall call, BoardWriter writer, BoardReader boards)
    {
        var member = http.User.Require("post");
        using var document = await http.ReadJson();
        var request = Bodies.Read<PollRequest>(document.RootElement);
        var (viewer, profile) = await call.Read(http, slug);
        var post = PostId.Format((await writer.Ask(member, profile, request, KeyOf(http))).Id);
        return Results.Created($"/api/communities/{profile.Slug}/polls/{post}", await boards.Poll(viewer, profile, post));
    }

    private static async Task<IResult> Poll(string slug, string id, HttpContext http, Viewers viewers, CommunityReader reader, BoardReader boards)
    {
        var viewer = await viewers.Of(http.User);
        return Results.Ok(await boards.Poll(viewer, await reader.Readable(viewer, slug), id));
    }

    private static async Task<IResult> Vote(string slug, string id, HttpContext http, CommunityCall call, BoardWriter writer, BoardReader boards)
    {
        var member = http.User.Require("post");
        using var document = await http.ReadJson();
        var request = Bodies.Read<VoteRequest>(document.RootElement);
        var (viewer, profile) = await call.Read(http, slug);
        await writer.Vote(member, profile, id, request.Option);
        return Results.Ok(await boards.Poll(viewer, profile, id));
    }

    private static string? KeyOf(HttpContext http) => http.Request.Headers["Idempotency-Key"] is [{ } key] ? key : null;

    private static long Post(string id) => PostId.TryParse(id, out var post) ? post : throw Errors.NotFound("topic");
}
