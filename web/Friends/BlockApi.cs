using OrleansMixi.Accounts;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Friends;

/// <summary>Blocks over HTTP.</summary>
internal static class BlockApi
{
    public static void MapBlocks(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/blocks").WithTags("Blocks");
        group.MapGet("/", List).Produces<string[]>().WithSummary("Handles of members whom the caller blocks");
        group.MapPut("/{handle}", (string handle, HttpContext http, IGrainFactory grains, AuthorStore authors, LogTail tail) => Change(handle, true, http, grains, authors, tail))
            .Produces(204).WithSummary("Block a member: neither sees anything of the other");
        group.MapDelete("/{handle}", (string handle, HttpContext http, IGrainFactory grains, AuthorStore authors, LogTail tail) => Change(handle, false, http, grains, authors, tail))
            .Produces(204).WithSummary("End a block; what bound the two before binds them again");
    }

    private static async Task<IResult> List(HttpContext http, EdgeStore edges, AuthorStore authors)
    {
        var blocked = (await edges.Of(http.User.Require("read"))).Where(edge => edge.Kind.HasFlag(EdgeKind.Block)).Select(edge => Topic.Of(edge.Topic).Number);
        return Results.Ok((await authors.Get(blocked)).Values.Select(author => author.Handle).Order(StringComparer.Ordinal));
    }

    private static async Task<IResult> Change(string handle, bool on, HttpContext http, IGrainFactory grains, AuthorStore authors, LogTail tail)
    {
        var member = http.User.Require("post");
        var other = Handle.Fold(handle) is { } folded && await authors.Find(folded) is { } author ? author.Number : throw Errors.NotFound("member");
        var grain = grains.GetGrain<IUserGrain>(member);
        await (on ? grain.Block(other) : grain.Unblock(other));
        await tail.Settled(tail.Shape.QueueOf(member), http.RequestAborted);
        await tail.Settled(tail.Shape.QueueOf(other), http.RequestAborted);
        return Results.NoContent();
    }
}
