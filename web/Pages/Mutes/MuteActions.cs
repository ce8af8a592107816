using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OrleansMixi.Log;
using OrleansMixi.Mutes;
using OrleansMixi.Pages.Actions;

namespace OrleansMixi.Pages.Mutes;

/// <summary>The endpoints behind the forms that mute and hide.</summary>
internal static class MuteActions
{
    private const int MaxBody = 16 * 1024;
    private const int MaxDays = 3_650;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/actions/mutes").WithMetadata(new RequestSizeLimitAttribute(MaxBody)).ExcludeFromDescription();
        group.MapPost("/add", Add);
        group.MapPost("/remove", Remove);
        group.MapPost("/hide", Hide);
        group.MapPost("/show", Show);
    }

    private static Task<IResult> Add(HttpContext http, FormRunner forms, MuteWords words, MuteDesk desk, TimeProvider time) =>
        forms.Run(http, async (me, form) =>
        {
            var days = int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? Math.Min(wanted, MaxDays) : 0;
            DateTimeOffset? until = days > 0 ? time.GetUtcNow().AddDays(days) : null;
            await desk.Add(me.Number, await words.Rule(me.Number, new(form["kind"].ToString(), form["value"].ToString(), form["scope"].ToString(), until)));
            return new("muted");
        });

    private static Task<IResult> Remove(HttpContext http, FormRunner forms, MuteDesk desk) =>
        forms.Run(http, async (me, form) =>
        {
            await desk.Remove(me.Number, int.TryParse(form["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Errors.NotFound("mute"));
            return new("unmuted");
        });

    private static Task<IResult> Hide(HttpContext http, FormRunner forms, MuteWords words, MuteDesk desk) =>
        forms.Run(http, async (me, form) =>
        {
            await desk.Add(me.Number, await words.Rule(me.Number, new("post", form["id"].ToString())));

            // The next page says so, with a way back.
            return new("hidden", LocalUrl.With(LocalUrl.Or(form["returnUrl"], "/"), "hidden", form["id"].ToString()));
        });

    private static Task<IResult> Show(HttpContext http, FormRunner forms, MuteDesk desk) =>
        forms.Run(http, async (me, form) =>
        {
            await desk.Show(me.Number, PostId.TryParse(form["id"].ToString(), out var post) ? post : throw Errors.NotFound("post"));
            return new("unmuted");
        });
}
