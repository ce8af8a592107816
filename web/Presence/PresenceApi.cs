using System.Security.Claims;
using OrleansMixi.Accounts;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Presence;

/// <summary>Presence over HTTP.</summary>
internal static class PresenceApi
{
    public static void MapPresence(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/presence").WithTags("Presence");
        group.MapGet("/", Friends).Produces<PresenceView[]>().WithSummary("Which of the caller's friends are active now, today or this week");
        group.MapGet("/{handle}", One).Produces<PresenceView>().WithSummary("How lately a member was active; never more exact, null if not to be known");
    }

    private static async Task<IResult> Friends(ClaimsPrincipal caller, PresencePages pages) => Results.Ok(await pages.Friends(caller.Require("read")));

    private static async Task<IResult> One(string handle, ClaimsPrincipal caller, PresencePages pages, AuthorStore authors)
    {
        var member = caller.Require("read");
        var author = Handle.Fold(handle) is { } folded ? await authors.Find(folded) : null;
        return author is null or { Suspended: true }
            ? throw Errors.NotFound("member")
            : Results.Ok(new PresenceView(author.Handle, PresencePages.Word(await pages.Of(member, author.Handle))));
    }
}
