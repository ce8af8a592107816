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

    private static async Task<IResult> Read(string slug, HttpContext http, Viewers viewers, CommunityStore communities, EdgeStore edges, IGrainFactory grains)
    {
        await viewers.Of(http.User);
        var number = await Number(slug, communities);
        var profile = await grains.GetGrain<ICommunityGrain>(number).Profile() ?? throw Errors.NotFound("community");
        return Results.Ok(View(profile, await edges.Count(Topic.Community(number), EdgeKind.Member)));
    }

    private static async Task<IResult> Requests(string slug, HttpContext http, CommunityStore communities, AuthorStore authors, IGrainFactory grains)
    {
        var waiting = await grains.GetGrain<ICommunityGrain>(await Number(slug, communities)).Requests(http.User.Require("read"));
        return Results.Ok((await authors.Get(waiting)).Values.Select(author => author.Handle));
    }

    /// <summary>Who asked is a member at once; who did not may join from now on.</summary>
    private static async Task<IResult> Invite(string slug, string handle, HttpContext http, CommunityStore communities, AuthorStore authors, IGrainFactory grains)
    {
        var actor = http.User.Require("post");
        var member = Handle.Fold(handle) is { } folded ? await authors.Find(folded) : null;
        var number = await Number(slug, communities);
        var community = grains.GetGrain<ICommunityGrain>(number);
        var asked = (await community.Requests(actor)).Contains(member?.Number ?? throw Errors.NotFound("member"));
        await community.Invite(actor, member.Number);
        if (asked)
        {
            await grains.GetGrain<IUserGrain>(member.Number).Follow(Topic.Community(number));
        }

        return Results.NoContent();
    }

    private static async Task<int> Number(string slug, CommunityStore communities)
    {
        var number = Handle.Fold(slug) is { } folded ? await communities.Number(folded) : 0;
        return number != 0 ? number : throw Errors.NotFound("community");
    }

    private static CommunityView View(CommunityProfile profile, int members) => new(
        profile.Slug,
        new TopicName(TopicKind.Community, profile.Slug).ToString(),
        profile.Title,
        profile.Description,
        profile.Joining.ToString().ToLowerInvariant(),
        members);
}
