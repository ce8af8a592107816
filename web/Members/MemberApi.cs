using System.Security.Claims;
using OrleansMixi.Followers;
using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Profiles;

namespace OrleansMixi.Members;

/// <summary>Members over HTTP.</summary>
internal static class MemberApi
{
    public static void MapMembers(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/members/{handle}", Read).WithTags("Members").Produces<MemberView>().WithSummary("A member as the caller may see one");

    private static async Task<IResult> Read(string handle, ClaimsPrincipal caller, Viewers viewers, AuthorStore authors, EdgeCounts edges, FollowRequestStore requests, ProfileReader profiles)
    {
        var viewer = await viewers.Of(caller);
        var author = Handle.Fold(handle) is { } folded ? await authors.Find(folded) : null;
        if (author is null or { Suspended: true } || viewer.Blocks.Contains(author.Number))
        {
            throw Errors.NotFound("member");
        }

        var topic = Topic.User(author.Number);
        var profile = await profiles.Of(viewer, author.Number);
        return Results.Ok(new MemberView(
            author.Handle,
            new TopicName(TopicKind.User, author.Handle).ToString(),
            author.Nickname,
            author.Bot,
            profile.Introduction,
            await edges.Of(topic, EdgeKind.Follow),
            viewer.Follows.Contains(topic.Value),
            viewer.Friends.Contains(author.Number),
            viewer.Member != 0 && await requests.Waits(viewer.Member, author.Number),
            profile));
    }
}
