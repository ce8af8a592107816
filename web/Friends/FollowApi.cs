using OrleansMixi.Accounts;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Friends;

/// <summary>Follow, join and become friends over HTTP.</summary>
internal static class FollowApi
{
    public static void MapFollows(this IEndpointRouteBuilder app)
    {
        var follows = app.MapGroup("/api/follows").WithTags("Follows");
        follows.MapGet("/", List).Produces<string[]>().WithSummary("The topics that the caller follows");
        follows.MapPut("/{topic}", Follow).Produces(204).Produces(202).WithSummary("Follow a member or category, join a community (202: waits for approval)");
        follows.MapDelete("/{topic}", Unfollow).Produces(204).WithSummary("Unfollow, or leave");

        var friends = app.MapGroup("/api/friends").WithTags("Friends");
        friends.MapGet("/requests", Requests).Produces<FriendRequestView[]>().WithSummary("Requests that wait for the caller's answer");
        friends.MapPut("/{handle}", Befriend).Produces(204).Produces(202).WithSummary("Ask a member to be friends (202), or accept a request (204)");
        friends.MapDelete("/{handle}", Part).Produces(204).WithSummary("Decline a request silently, or end a friendship");
    }

    private static async Task<IResult> List(HttpContext http, Viewers viewers, TopicNames names)
    {
        http.User.Require("read");
        var viewer = await viewers.Of(http.User);
        var list = new List<string>(viewer.Follows.Count);
        foreach (var topic in viewer.Follows)
        {
            if (await names.Find(Topic.Of(topic)) is { } name)
            {
                list.Add(name.ToString());
            }
        }

        return Results.Ok(list.Order(StringComparer.Ordinal));
    }

    private static async Task<IResult> Follow(string topic, HttpContext http, IGrainFactory grains, KnownTopics topics, LogTail tail)
    {
        var member = http.User.Require("post");
        var outcome = await grains.GetGrain<IUserGrain>(member).Follow(await Find(member, topic, topics));
        await tail.Settled(tail.Shape.QueueOf(member), http.RequestAborted);
        return outcome == FollowOutcome.Following ? Results.NoContent() : Results.Accepted();
    }

    private static async Task<IResult> Unfollow(string topic, HttpContext http, IGrainFactory grains, KnownTopics topics, LogTail tail)
    {
        var member = http.User.Require("post");
        await grains.GetGrain<IUserGrain>(member).Unfollow(await Find(member, topic, topics));
        await tail.Settled(tail.Shape.QueueOf(member), http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> Requests(HttpContext http, FriendRequestStore requests, AuthorStore authors)
    {
        var waiting = await requests.To(http.User.Require("read"));
        var members = await authors.Get(waiting.Select(request => request.Member));
        return Results.Ok(waiting.Where(request => members.ContainsKey(request.Member)).Select(request => new FriendRequestView(
            new(members[request.Member].Handle, members[request.Member].Nickname, members[request.Member].Bot),
            request.Message,
            DateTimeOffset.FromUnixTimeMilliseconds(request.Created))));
    }

    private static async Task<IResult> Befriend(string handle, string? message, HttpContext http, IGrainFactory grains, AuthorStore authors, LogTail tail)
    {
        var member = http.User.Require("post");
        var other = await Other(handle, authors);
        var outcome = await grains.GetGrain<IUserGrain>(member).RequestFriend(other, message);
        await Settle(tail, member, other, http.RequestAborted);
        return outcome == FriendOutcome.Friends ? Results.NoContent() : Results.Accepted();
    }

    private static async Task<IResult> Part(string handle, HttpContext http, IGrainFactory grains, AuthorStore authors, LogTail tail)
    {
        var member = http.User.Require("post");
        var other = await Other(handle, authors);
        await grains.GetGrain<IUserGrain>(member).EndFriend(other);
        await Settle(tail, member, other, http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task Settle(LogTail tail, int one, int other, CancellationToken cancellationToken)
    {
        await tail.Settled(tail.Shape.QueueOf(one), cancellationToken);
        await tail.Settled(tail.Shape.QueueOf(other), cancellationToken);
    }

    private static async Task<Topic> Find(int member, string topic, KnownTopics topics) =>
        (TopicName.TryParse(topic, out var name) ? await topics.Find(member, name) : null) ?? throw Errors.NotFound("topic");

    private static async Task<int> Other(string handle, AuthorStore authors) =>
        Handle.Fold(handle) is { } folded && await authors.Find(folded) is { } author ? author.Number : throw Errors.NotFound("member");
}
