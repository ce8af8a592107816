using Microsoft.AspNetCore.Mvc;
using OrleansMixi.Accounts;
using OrleansMixi.Log;
using OrleansMixi.Pages.Actions;

namespace OrleansMixi.Media;

/// <summary>The forms of one's own picture.</summary>
internal static class MediaActions
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var forms = routes.MapGroup("/actions/picture").ExcludeFromDescription();
        forms.MapPost("/", Choose);
        forms.MapPost("/remove", Clear);
    }

    private static Task<IResult> Choose(HttpContext http, FormRunner forms, [FromServices] FormPictures pictures, MediaPlaces places, AccessLog access, LogTail tail) =>
        forms.Run(pictures.Widen(http), async (me, form) =>
        {
            await pictures.With(me.Number, form, async kept =>
            {
                if (kept is not [var id] || !await places.ToProfile(me.Number, id))
                {
                    throw Errors.Invalid("picture", "Choose one picture.");
                }

                return id;
            });
            await access.Changed(me.Number);
            await tail.Settled(tail.Shape.QueueOf(me.Number), http.RequestAborted);
            return new("picture-saved");
        });

    private static Task<IResult> Clear(HttpContext http, FormRunner forms, MediaPlaces places, MediaSweep sweep, AccessLog access, LogTail tail) =>
        forms.Run(http, async (me, _) =>
        {
            await places.ClearProfile(me.Number);
            sweep.Ring();
            await access.Changed(me.Number);
            await tail.Settled(tail.Shape.QueueOf(me.Number), http.RequestAborted);
            return new("picture-saved");
        });
}
