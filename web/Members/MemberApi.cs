using System.Security.Claims;
using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Members;

/// <summary>Members over HTTP.</summary>
internal static class MemberApi
{
    public static void MapMembers(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/members/{handle}", Read).WithTags("Members").Produces<MemberView>().WithSummary("A member as the caller may see one");

    private static async Task<IResult> Read(string handle, ClaimsPrincipal caller, Viewers viewers, AuthorStore authors, EdgeStore edges, IGrainFactory grains)
    {
        var viewer = await viewers.Of(caller);
        var author = Handle.Fold(handle) is { } folded ? await authors.Find(folded) : null;
        if (author is null or { Suspended: true } || viewer.Blocks.Contains(author.Number))
        {
            throw Errors.NotFound("member");
        }

        var topic = Topic.User(author.Number);
        var settings = await grains.GetGrain<IUserGrain>(author.Number).Settings();
        return Results.Ok(new MemberView(
            author.Handle,
            new TopicName(TopicKind.User, author.Handle).ToString(),
            author.Nickname,
            author.Bot,
            settings.Introduction,
            await edges.Count(topic, EdgeKind.Follow),
            viewer.Follows.Contains(topic.Value),
            viewer.Friends.Contains(author.Number)));
    }
}
