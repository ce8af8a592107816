using System.Security.Claims;
using OrleansMixi.Accounts;
using OrleansMixi.Hosting;
using OrleansMixi.Log;
using OrleansMixi.Members;

namespace OrleansMixi.Albums;

/// <summary>Albums over HTTP.</summary>
internal static class AlbumApi
{
    public static void MapAlbums(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/members/{handle}/albums", List).WithTags("Albums").Produces<AlbumView[]>().WithSummary("A member's albums that the caller may see, newest first");
        var albums = app.MapGroup("/api/albums").WithTags("Albums");
        albums.MapPost("/", Make).Accepts<AlbumDraft>("application/json").Produces<AlbumView>(201).WithSummary("Make an album");
        albums.MapGet("/{id}", Read).Produces<AlbumView>().WithSummary("An album with its pictures");
        albums.MapPatch("/{id}", Change).Accepts<AlbumDraft>("application/json").Produces<AlbumView>().WithSummary("Change title, description, audience or cover of an own album");
        albums.MapDelete("/{id}", Remove).Produces(204).WithSummary("Remove an own album with its pictures");
        albums.MapPost("/{id}/pictures", Add).Accepts<PictureList>("application/json").Produces<AlbumView>()
            .WithSummary("Put uploads into an own album")
            .WithDescription("New pictures are told of in a post whose audience is the album's, once in a while and not for each (Mixi:Albums:AnnounceEvery).");
        albums.MapPut("/{id}/pictures", Order).Accepts<PictureList>("application/json").Produces<AlbumView>().WithSummary("Set the order of an own album's pictures");
        albums.MapDelete("/{id}/pictures/{picture}", Take).Produces(204).WithSummary("Remove a picture from an own album, and for good");
    }

    private static async Task<IResult> List(string handle, ClaimsPrincipal caller, Viewers viewers, AlbumViews views) =>
        Results.Ok(await views.Of(await viewers.Of(caller), handle) ?? throw Errors.NotFound("member"));

    private static async Task<IResult> Make(HttpContext http, AlbumKeeper keeper, Viewers viewers, AlbumViews views)
    {
        var row = await keeper.Make(http.User.Require("post"), await Body<AlbumDraft>(http));
        var id = PostId.Format(row.Id);
        return Results.Created($"/api/albums/{id}", await Show(http, id, viewers, views));
    }

    private static async Task<IResult> Read(string id, HttpContext http, Viewers viewers, AlbumViews views) => Results.Ok(await Show(http, id, viewers, views));

    private static async Task<IResult> Change(string id, HttpContext http, AlbumKeeper keeper, Viewers viewers, AlbumViews views)
    {
        await keeper.Change(http.User.Require("post"), Id(id), await Body<AlbumDraft>(http));
        return Results.Ok(await Show(http, id, viewers, views));
    }

    private static async Task<IResult> Remove(string id, HttpContext http, AlbumKeeper keeper)
    {
        await keeper.Remove(http.User.Require("post"), Id(id));
        return Results.NoContent();
    }

    private static async Task<IResult> Add(string id, HttpContext http, AlbumKeeper keeper, Viewers viewers, AlbumViews views)
    {
        await keeper.Add(http.User.Require("post"), Id(id), Ids(await Body<PictureList>(http)));
        return Results.Ok(await Show(http, id, viewers, views));
    }

    private static async Task<IResult> Order(string id, HttpContext http, AlbumKeeper keeper, Viewers viewers, AlbumViews views)
    {
        await keeper.Order(http.User.Require("post"), Id(id), Ids(await Body<PictureList>(http)));
        return Results.Ok(await Show(http, id, viewers, views));
    }

    private static async Task<IResult> Take(string id, string picture, HttpContext http, AlbumKeeper keeper)
    {
        await keeper.Take(http.User.Require("post"), Id(id), Id(picture));
        return Results.NoContent();
    }

    private static async Task<AlbumView> Show(HttpContext http, string id, Viewers viewers, AlbumViews views) =>
        await views.Find(await viewers.Of(http.User), id) ?? throw Errors.NotFound("album");

    private static async Task<T> Body<T>(HttpContext http)
    {
        using var document = await http.ReadJson();
        return Bodies.Read<T>(document.RootElement);
    }

    private static long Id(string id) => PostId.TryParse(id, out var number) ? number : throw Errors.NotFound("album");

    private static IReadOnlyList<long> Ids(PictureList list) =>
        [.. list.Media.Select(id => PostId.TryParse(id, out var number) ? number : throw Errors.Invalid("media", "'media' holds ids of uploads, decimal numbers as text."))];
}
