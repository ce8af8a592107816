using Microsoft.AspNetCore.Mvc;
using OrleansMixi.Log;
using OrleansMixi.Media;
using OrleansMixi.Pages.Actions;

namespace OrleansMixi.Albums;

/// <summary>The forms of the album pages.</summary>
internal static class AlbumActions
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var forms = routes.MapGroup("/actions/albums").ExcludeFromDescription();
        forms.MapPost("/", Make);
        forms.MapPost("/change", Change);
        forms.MapPost("/remove", Remove);
        forms.MapPost("/add", Add);
        forms.MapPost("/describe", Describe);
        forms.MapPost("/cover", Cover);
        forms.MapPost("/earlier", Earlier);
        forms.MapPost("/later", Later);
        forms.MapPost("/take", Take);
    }

    private static Task<IResult> Make(HttpContext http, FormRunner forms, [FromServices] FormPictures pictures, AlbumKeeper keeper) =>
        forms.Run(pictures.Widen(http), (me, form) => pictures.With(me.Number, form, async kept =>
        {
            var album = await keeper.Make(me.Number, Draft(form));
            if (kept is not null)
            {
                await keeper.Add(me.Number, album.Id, kept);
            }

            return new FormOutcome("album-made", Page(album.Id));
        }));

    private static Task<IResult> Change(HttpContext http, FormRunner forms, AlbumKeeper keeper) =>
        forms.Run(http, async (me, form) =>
        {
            await keeper.Change(me.Number, Id(form, "id"), Draft(form));
            return new("album-saved", Page(Id(form, "id")));
        });

    private static Task<IResult> Remove(HttpContext http, FormRunner forms, AlbumKeeper keeper) =>
        forms.Run(http, async (me, form) =>
        {
            await keeper.Remove(me.Number, Id(form, "id"));
            return new("album-removed", $"/user/{me.Handle}/albums");
        });

    private static Task<IResult> Add(HttpContext http, FormRunner forms, [FromServices] FormPictures pictures, AlbumKeeper keeper) =>
        forms.Run(pictures.Widen(http), (me, form) => pictures.With(me.Number, form, async kept =>
        {
            await keeper.Add(me.Number, Id(form, "id"), kept ?? []);
            return new FormOutcome("pictures-added", Page(Id(form, "id")));
        }));

    private static Task<IResult> Describe(HttpContext http, FormRunner forms, MediaDoor door, MediaWords words) =>
        forms.Run(http, async (me, form) =>
        {
            var row = await door.Own(me.Number, form["picture"].ToString());
            await words.Describe(me.Number, row.Id, form["alt"].ToString());
            return new("album-saved");
        });

    private static Task<IResult> Cover(HttpContext http, FormRunner forms, AlbumKeeper keeper) =>
        forms.Run(http, async (me, form) =>
        {
            await keeper.Change(me.Number, Id(form, "id"), new(Cover: form["picture"].ToString()));
            return new("album-saved");
        });

    private static Task<IResult> Earlier(HttpContext http, FormRunner forms, AlbumKeeper keeper) => Move(http, forms, keeper, -1);

    private static Task<IResult> Later(HttpContext http, FormRunner forms, AlbumKeeper keeper) => Move(http, forms, keeper, 1);

    private static Task<IResult> Move(HttpContext http, FormRunner forms, AlbumKeeper keeper, int by) =>
        forms.Run(http, async (me, form) =>
        {
            await keeper.Move(me.Number, Id(form, "id"), Id(form, "picture"), by);
            return new();
        });

    private static Task<IResult> Take(HttpContext http, FormRunner forms, AlbumKeeper keeper) =>
        forms.Run(http, async (me, form) =>
        {
            await keeper.Take(me.Number, Id(form, "id"), Id(form, "picture"));
            return new("album-saved", Page(Id(form, "id")));
        });

    private static AlbumDraft Draft(IFormCollection form) =>
        new(form["title"].ToString(), form["description"].ToString().ReplaceLineEndings("\n"), form["audience"].ToString() is { Length: > 0 } word ? word : null);

    private static long Id(IFormCollection form, string name) => PostId.TryParse(form[name].ToString(), out var id) ? id : throw Errors.NotFound("album");

    private static string Page(long album) => $"/album/{PostId.Format(album)}";
}
