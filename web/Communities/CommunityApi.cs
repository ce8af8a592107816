using OrleansMixi.Accounts;
using OrleansMixi.Friends;
using OrleansMixi.Hosting;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>Communities over HTTP.</summary>
internal static class CommunityApi
{
    public static void MapCommunities(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/communities").WithTags("Communities");
        group.MapPost("/", Found).Accepts<FoundRequest>("application/json").Produces<CommunityView>(201).WithSummary("Found a community; the founder is its first member");
        group.MapGet("/{slug}", Read).Produces<CommunityView>().WithSummary("One community");
        group.MapGet("/{slug}/requests", Requests).Produces<string[]>().WithSummary("Handles that wait for approval; for the founder");
        group.MapPut("/{slug}/invited/{handle}", Invite).Produces(204).WithSummary("Approve or invite a member; for the founder");
    }

    private static async Task<IResult> Found(HttpContext http, CommunityFounder founder)
    {
        var member = http.User.Require("post");
        using var document = await http.ReadJson();
        var profile = await founder.Found(member, Bodies.Read<FoundRequest>(document.RootElement));
        return Results.Created($"/api/communities/{profile.Slug}", View(profile, 1));
    }

    private static async Task<IResult> Read(string slug, HttpContext http, Viewers viewers, CommunityDoor door, EdgeStore edges, IGrainFactory grains)
    {
        await viewers.Of(http.User);
        var number = await door.Number(slug);
        var profile = await grains.GetGrain<ICommunityGrain>(number).Profile() ?? throw Errors.NotFound("community");
        return Results.Ok(View(profile, await edges.Count(Topic.Community(number), EdgeKind.Member)));
    }

    private static async Task<IResult> Requests(string slug, HttpContext http, CommunityDoor door) =>
        Results.Ok((await door.Waiting(http.User.Require("read"), await door.Number(slug))).Select(author => author.Handle));

    private static async Task<IResult> Invite(string slug, string handle, HttpContext http, CommunityDoor door)
    {
        await door.LetIn(http.User.Require("post"), slug, handle);
        return Results.NoContent();
    }

    private static CommunityView View(CommunityProfile profile, int members) => new(
        profile.Slug,
        new TopicName(TopicKind.Community, profile.Slug).ToString(),
        profile.Title,
        profile.Description,
        profile.Joining.ToString().ToLowerInvariant(),
        members);
}
