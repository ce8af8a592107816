using OrleansMixi.Accounts;
using OrleansMixi.Hosting;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>Communities over HTTP: finding, founding, reading, settings.</summary>
internal static class CommunityApi
{
    private const int DefaultLimit = 40;

    public static void MapCommunities(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/communities").WithTags("Communities");
        group.MapGet("/", Find).Produces<ListView<CommunityView>>().WithSummary("Find communities by a part of their name, by category, by who is there")
            .WithDescription("'sort' is 'newest', 'members', 'friends' (those with friends of the caller) or 'common' (those with members of the caller's communities). Hidden communities are found by their members only.");
        group.MapPost("/", Found).Accepts<FoundRequest>("application/json").Produces<CommunityView>(201).WithSummary("Found a community; the founder is its first member");
        group.MapGet("/{slug}", Read).Produces<CommunityView>().WithSummary("One community, and how the caller stands to it");
        group.MapPatch("/{slug}", Change).Accepts<ChangeRequest>("application/json").Produces<CommunityView>().WithSummary("Change the settings; for staff with the right 'settings'");
        group.MapGet("/{slug}/related", Related).Produces<CommunityView[]>().WithSummary("Communities with members in common");
        group.MapGet("/{slug}/members", Members).Produces<ListView<MemberInView>>().WithSummary("The members in the order of coming");
        group.MapPut("/{slug}/persona", Choose).Accepts<PersonaRequest>("application/json").Produces<AuthorView>().WithSummary("Choose the name under which the caller will come in and appear here, or change it")
            .WithDescription("Everything that the caller writes there is by the persona, and nothing in any answer joins the two.");
        app.MapGet("/api/me/communities/invitations", Invitations).WithTags("Communities").Produces<CommunityView[]>().WithSummary("Communities that the caller is invited to; join one with PUT /api/follows/{topic}");
        app.MapCommunityStaff();
        app.MapBoards();
    }

    /// <summary>The place in a list that was asked for.</summary>
    public static (int Offset, int Limit) Place(int? offset, int? limit) =>
        limit is not null and (< 1 or > CommunityReader.MaxLimit) ? throw Errors.Invalid("limit", $"'limit' is 1 to {CommunityReader.MaxLimit}.")
        : offset is < 0 or > 1_000_000 ? throw Errors.Invalid("offset", "'offset' is 'next' of the part before.")
        : (offset ?? 0, limit ?? DefaultLimit);

    private static async Task<IResult> Find(
        string? q, string? category, string? sort, int? offset, int? limit, HttpContext http, Viewers viewers, CommunityReader reader)
    {
        var (from, count) = Place(offset, limit);
        var text = q?.Trim() is { Length: > 0 } words ? words : null;
        PostRules.Text("q", text, 100);
        return Results.Ok(await reader.Find(
            await viewers.Of(http.User),
            new(text, category is null ? null : CommunityCategory.Read(category), CommunityWords.SortOf(sort), from, count)));
    }

    private static async Task<IResult> Found(HttpContext http, CommunityFounder founder, CommunityReader reader, ViewerStore viewers)
    {
        var member = http.User.Require("post");
        using var document = await http.ReadJson();
        var profile = await founder.Found(member, Bodies.Read<FoundRequest>(document.RootElement));
        return Results.Created($"/api/communities/{profile.Slug}", await reader.Head(await viewers.Find(member), profile));
    }

    private static async Task<IResult> Read(string slug, HttpContext http, Viewers viewers, CommunityReader reader)
    {
        var viewer = await viewers.Of(http.User);
        return Results.Ok(await reader.Head(viewer, await reader.Known(viewer, slug)));
    }

    private static async Task<IResult> Change(string slug, HttpContext http, Viewers viewers, CommunityReader reader, IGrainFactory grains)
    {
        var member = http.User.Require("post");
        using var document = await http.ReadJson();
        var change = Bodies.Read<ChangeRequest>(document.RootElement).ToChange();
        var viewer = await viewers.Of(http.User);
        var profile = await reader.Known(viewer, slug);
        return Results.Ok(await reader.Head(viewer, await grains.GetGrain<ICommunityGrain>(profile.Number).Change(member, change)));
    }

    private static async Task<IResult> Related(string slug, HttpContext http, Viewers viewers, CommunityReader reader)
    {
        var viewer = await viewers.Of(http.User);
        return Results.Ok(await reader.Related(viewer, await reader.Known(viewer, slug), 10));
    }

    private static async Task<IResult> Members(string slug, int? offset, int? limit, HttpContext http, Viewers viewers, CommunityReader reader, CommunityRoll roll)
    {
        var (from, count) = Place(offset, limit);
        var viewer = await viewers.Of(http.User);
        return Results.Ok(await roll.Members(viewer, await reader.Readable(viewer, slug), from, count));
    }

    private static async Task<IResult> Choose(string slug, HttpContext http, PersonaDesk personas)
    {
        var member = http.User.Require("post");
        using var document = await http.ReadJson();
        return Results.Ok(await personas.Choose(member, slug, Bodies.Read<PersonaRequest>(document.RootElement).Nickname));
    }

    private static async Task<IResult> Invitations(HttpContext http, Viewers viewers, CommunityReader reader)
    {
        http.User.Require("read");
        return Results.Ok(await reader.Invitations(await viewers.Of(http.User)));
    }
}
