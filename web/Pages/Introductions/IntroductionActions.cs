using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OrleansMixi.Introductions;
using OrleansMixi.Pages.Actions;

namespace OrleansMixi.Pages.Introductions;

/// <summary>The endpoints behind the forms about introductions.</summary>
internal static class IntroductionActions
{
    private const int MaxBody = 64 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/actions/introductions").WithMetadata(new RequestSizeLimitAttribute(MaxBody)).ExcludeFromDescription();
        group.MapPost("/write", Write);
        group.MapPost("/approve", Approve);
        group.MapPost("/remove", Remove);
        group.MapPost("/take-back", TakeBack);
    }

    private static Task<IResult> Write(HttpContext http, FormRunner forms, IntroductionDesk desk) =>
        forms.Run(http, async (me, form) =>
        {
            await desk.Write(me.Number, form["handle"].ToString(), form["introduction"].ToString().ReplaceLineEndings("\n"));
            return new("introduced");
        });

    private static Task<IResult> Approve(HttpContext http, FormRunner forms, IntroductionDesk desk) =>
        forms.Run(http, async (me, form) =>
        {
            var written = long.TryParse(form["written"], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : throw Errors.NotFound("introduction");
            await desk.Approve(me.Number, form["handle"].ToString(), written);
            return new("introduction-approved");
        });

    private static Task<IResult> Remove(HttpContext http, FormRunner forms, IntroductionDesk desk) =>
        forms.Run(http, async (me, form) =>
        {
            await desk.Remove(me.Number, form["handle"].ToString());
            return new("introduction-removed");
        });

    private static Task<IResult> TakeBack(HttpContext http, FormRunner forms, IntroductionDesk desk) =>
        forms.Run(http, async (me, form) =>
        {
            await desk.TakeBack(me.Number, form["handle"].ToString());
            return new("introduction-removed");
        });
}
