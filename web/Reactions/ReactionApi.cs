using System.Security.Claims;
using OrleansMixi.Accounts;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Reactions;

/// <summary>Reactions over HTTP.</summary>
internal static class ReactionApi
{
    public static void MapReactions(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/posts/{id}/reactions").WithTags("Reactions");
        group.MapGet("/", List).Produces<ReactionView[]>().WithSummary("Who reacted how to a post, newest first, at most 200");
        group.MapPut("/{reaction}", (string id, string reaction, HttpContext http, IGrainFactory grains, LogTail tail) => React(id, reaction, true, http, grains, tail))
            .Produces(204).WithSummary("React: iine, love, laugh, wow, sad, thanks; each once");
        group.MapDelete("/{reaction}", (string id, string reaction, HttpContext http, IGrainFactory grains, LogTail tail) => React(id, reaction, false, http, grains, tail))
            .Produces(204).WithSummary("Take a reaction back");
    }

    private static async Task<IResult> React(string id, string reaction, bool on, HttpContext http, IGrainFactory grains, LogTail tail)
    {
        var member = http.User.Require("post");
        var post = PostId.TryParse(id, out var number) ? number : throw Errors.NotFound("post");
        await grains.GetGrain<IUserGrain>(member).React(post, PostWords.ReactionOf(reaction), on);
        await tail.Settled(PostId.Queue(post), http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> List(string id, ClaimsPrincipal caller, Viewers viewers, PostStore posts, Sight sight, ReactionStore reactions, AuthorStore authors)
    {
        var viewer = await viewers.Of(caller);
        if (!PostId.TryParse(id, out var number) || await posts.Find(number) is not { } post || !await sight.CanSee(viewer, post))
        {
            throw Errors.NotFound("post");
        }

        var rows = await reactions.To(number);
        var members = await authors.Get(rows.Select(row => row.Member).Distinct());
        return Results.Ok(rows
            .Where(row => !viewer.Blocks.Contains(row.Member) && members.TryGetValue(row.Member, out var member) && !member.Suspended)
            .Select(row => new ReactionView(members[row.Member].Handle, members[row.Member].Nickname, PostWords.Of(row.Reaction))));
    }
}
