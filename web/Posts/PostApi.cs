using System.Security.Claims;
using System.Text.Json;
using OrleansMixi.Accounts;
using OrleansMixi.Communities;
using OrleansMixi.Hosting;
using OrleansMixi.Log;
using OrleansMixi.Members;

namespace OrleansMixi.Posts;

/// <summary>Posts over HTTP: write, batch, read, edit, delete, history.</summary>
internal static class PostApi
{
    public static void MapPosts(this IEndpointRouteBuilder app)
    {
        var posts = app.MapGroup("/api/posts").WithTags("Posts");
        posts.MapPost("/", Publish).Accepts<DraftRequest>("application/json").Produces<PostView>(201).Produces<BatchResult[]>()
            .WithSummary("Post one (201), or an array of up to 500 (200 with one outcome each, in order)")
            .WithDescription("Header 'Idempotency-Key' (1–64 visible ASCII characters): the same key with the same body returns the same post for 24 hours; in an array give 'idempotencyKey' per item.");
        posts.MapGet("/{id}", Read).Produces<PostView>().WithSummary("One post as it stands now");
        posts.MapGet("/{id}/history", History).Produces<EditView[]>().WithSummary("The texts a post had since it was written, oldest first");
        posts.MapGet("/{id}/why", Why).Produces<WhyView>().WithSummary("Through what a post is in the caller's home timeline, or which rule keeps it out");
        posts.MapPatch("/{id}", Edit).Accepts<EditRequest>("application/json").Produces<PostView>().WithSummary("Edit an own post: text, audience, pictures");
        posts.MapDelete("/{id}", Delete).Produces(204).WithSummary("Delete an own post");
    }

    private static async Task<IResult> Publish(HttpContext http, IGrainFactory grains, Authorship authorship, KnownTopics topics, PostViews views, LogTail tail)
    {
        var author = http.User.Require("post");
        var key = http.Request.Headers["Idempotency-Key"] is [{ } header] ? header : null;
        using var document = await http.ReadJson();
        if (document.RootElement.ValueKind == JsonValueKind.Array)
        {
            return Results.Ok(await PublishMany(document.RootElement, http, grains.GetGrain<IUserGrain>(author), authorship, topics, views, tail));
        }

        var draft = await Bodies.Read<DraftRequest>(document.RootElement).ToDraft(http.User, topics, key);
        var post = await grains.GetGrain<IUserGrain>(await authorship.Of(author, draft)).Publish(draft);
        await tail.Reached(post.Id, http.RequestAborted);
        return Results.Created($"/api/posts/{PostId.Format(post.Id)}", await views.Of(post));
    }

    private static async Task<BatchResult[]> PublishMany(
        JsonElement items, HttpContext http, IUserGrain grain, Authorship authorship, KnownTopics topics, PostViews views, LogTail tail)
    {
        if (items.GetArrayLength() > 500)
        {
            throw Errors.Invalid("posts", $"A batch holds at most 500 posts; this one has {items.GetArrayLength()}.");
        }

        var results = new BatchResult[items.GetArrayLength()];
        var drafts = new List<(int Place, PostDraft Draft)>();
        foreach (var (place, item) in items.EnumerateArray().Index())
        {
            try
            {
                var draft = await Bodies.Read<DraftRequest>(item).ToDraft(http.User, topics, null);
                drafts.Add(await authorship.Of(http.User.Member(), draft) == http.User.Member()
                    ? (place, draft)
                    : throw Errors.Invalid("topic", "Where you appear as a persona, post one at a time."));
            }
            catch (MixiException refusal)
            {
                results[place] = new(Errors.Status(refusal.Code), null, Problems.Of(refusal));
            }
        }

        var outcomes = await grain.PublishMany(drafts.ConvertAll(draft => draft.Draft));
        foreach (var (index, outcome) in outcomes.Index())
        {
            if (outcome.Post is { } post)
            {
                await tail.Reached(post.Id, http.RequestAborted);
            }

            results[drafts[index].Place] = outcome.Post is null
                ? new(Errors.Status(outcome.Refusal!.Code), null, Problems.Of(outcome.Refusal))
                : new(201, await views.Of(outcome.Post), null);
        }

        return results;
    }

    private static async Task<IResult> Read(string id, ClaimsPrincipal caller, Viewers viewers, PostStore posts, Sight sight, PostViews views) =>
        Results.Ok(await views.Of(await Visible(id, caller, viewers, posts, sight)) ?? throw Errors.NotFound("post"));

    private static async Task<IResult> History(string id, ClaimsPrincipal caller, Viewers viewers, PostStore posts, Sight sight)
    {
        var post = await Visible(id, caller, viewers, posts, sight);
        var (viewer, texts) = (await viewers.Of(caller), new List<EditView>());
        foreach (var edit in await posts.History(post.Id))
        {
            // A post that was widened does not show what was written for fewer. An archive does not tell for whom a text was.
            var audience = (edit.Header.Flags & ActivityFlags.Silent) == 0 ? edit.Header.Audience : Audience.Me;
            if (await sight.CanSee(viewer, post.Header with { Audience = audience }))
            {
                texts.Add(EditView.Of(edit));
            }
        }

        return Results.Ok(texts);
    }

    private static async Task<IResult> Why(string id, ClaimsPrincipal caller, WhyFinder finder) =>
        Results.Ok(await finder.Of(caller.Require("read"), PostId.TryParse(id, out var number) ? number : 0) ?? throw Errors.NotFound("post"));

    private static async Task<IResult> Edit(string id, HttpContext http, IGrainFactory grains, Authorship authorship, Viewers viewers, PostStore posts, Sight sight, PostViews views, LogTail tail)
    {
        var author = http.User.Require("post");
        using var document = await http.ReadJson();
        var request = Bodies.Read<EditRequest>(document.RootElement);
        var present = await Visible(id, http.User, viewers, posts, sight);
        var post = await grains.GetGrain<IUserGrain>(await authorship.Of(author, present.Id)).Edit(present.Id, request.ToEdit());
        await tail.Settled(PostId.Queue(post.Id), http.RequestAborted);
        return Results.Ok(await views.Of(post));
    }

    private static async Task<IResult> Delete(string id, HttpContext http, IGrainFactory grains, Authorship authorship, Viewers viewers, PostStore posts, Sight sight, LogTail tail)
    {
        var author = http.User.Require("post");
        var present = await Visible(id, http.User, viewers, posts, sight);
        await grains.GetGrain<IUserGrain>(await authorship.Of(author, present.Id)).Delete(present.Id);
        await tail.Settled(PostId.Queue(present.Id), http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<Post> Visible(string id, ClaimsPrincipal caller, Viewers viewers, PostStore posts, Sight sight)
    {
        var viewer = await viewers.Of(caller);
        return PostId.TryParse(id, out var number) && await posts.Find(number) is { } post && await sight.CanSee(viewer, post)
            ? post
            : throw Errors.NotFound("post");
    }
}
