using OrleansMixi.Accounts;
using OrleansMixi.Hosting;
using OrleansMixi.Log;
using OrleansMixi.Media;
using OrleansMixi.Posts;

namespace OrleansMixi.Diaries;

/// <summary>Drafts of diary entries over HTTP. What is posted is a post of the kind <c>diary</c>.</summary>
internal static class DiaryApi
{
    public static void MapDiaries(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/drafts").WithTags("Diaries");
        group.MapGet("/", List).Produces<DraftView[]>().WithSummary("Own drafts, newest first");
        group.MapPost("/", Keep).Accepts<DraftBody>("application/json").Produces<DraftView>(201).WithSummary("Keep a draft; with 'publishAt' it is posted then");
        group.MapPut("/{number:int}", Replace).Accepts<DraftBody>("application/json").Produces<DraftView>().WithSummary("Replace a draft");
        group.MapDelete("/{number:int}", Remove).Produces(204).WithSummary("Delete a draft");
        group.MapPost("/{number:int}/post", Post).Produces<PostView>(201).WithSummary("Post a draft now; posting it twice is one post");
    }

    private static async Task<IResult> List(HttpContext http, DraftStore drafts) =>
        Results.Ok((await drafts.Of(http.User.Require("read"))).Select(DraftView.Of));

    private static async Task<IResult> Keep(HttpContext http, DraftStore drafts, TimeProvider time)
    {
        var kept = await Kept(http, 0, drafts, time);
        return Results.Created($"/api/drafts/{kept.Number}", DraftView.Of(kept));
    }

    private static async Task<IResult> Replace(int number, HttpContext http, DraftStore drafts, TimeProvider time) =>
        Results.Ok(DraftView.Of(await Kept(http, number, drafts, time)));

    private static async Task<IResult> Remove(int number, HttpContext http, DraftStore drafts, MediaSweep sweep)
    {
        await drafts.Remove(http.User.Require("post"), number);
        sweep.Ring();
        return Results.NoContent();
    }

    private static async Task<IResult> Post(int number, HttpContext http, DiaryPress press, PostViews views, LogTail tail)
    {
        var post = await press.Post(http.User.Require("post"), number);
        await tail.Reached(post.Id, http.RequestAborted);
        return Results.Created($"/api/posts/{PostId.Format(post.Id)}", await views.Of(post));
    }

    private static async Task<DiaryDraft> Kept(HttpContext http, int number, DraftStore drafts, TimeProvider time)
    {
        var member = http.User.Require("post");
        using var document = await http.ReadJson();
        var draft = Bodies.Read<DraftBody>(document.RootElement).ToDraft(number, time);
        var kept = await drafts.Keep(member, draft);
        return (await drafts.Of(member)).FirstOrDefault(other => other.Number == kept) ?? throw Errors.NotFound("draft");
    }
}
