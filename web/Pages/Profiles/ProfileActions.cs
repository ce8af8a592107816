using Microsoft.AspNetCore.Mvc;
using OrleansMixi.Media;
using OrleansMixi.Pages.Actions;
using OrleansMixi.Profiles;

namespace OrleansMixi.Pages.Profiles;

/// <summary>The endpoints behind the forms of the own profile.</summary>
internal static class ProfileActions
{
    private const int MaxBody = 128 * 1024;
    private static readonly char[] Between = [',', '、', '，', '\n'];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/actions/profiles").WithMetadata(new RequestSizeLimitAttribute(MaxBody)).ExcludeFromDescription();
        group.MapPost("/edit", Edit);
        group.MapPost("/look", Look);
        group.MapPost("/header", Header);
        group.MapPost("/header/remove", RemoveHeader);
    }

    private static Task<IResult> Edit(HttpContext http, FormRunner forms, ProfileDesk desk) =>
        forms.Run(http, async (me, form) =>
        {
            await desk.Change(me.Number, new(
                new(form["introduction"].ToString().ReplaceLineEndings("\n").Trim(), form["introductionFor"]),
                new(form["interests"].ToString().Split(Between), form["interestsFor"]),
                new(Day(form["month"].ToString(), form["day"].ToString()), form["birthdayFor"]),
                new(form["area"].ToString(), form["areaFor"]),
                new(null, form["textsFor"]),
                form["locked"] == "on"));
            return new("saved");
        });

    private static Task<IResult> Look(HttpContext http, FormRunner forms, ProfileDesk desk) =>
        forms.Run(http, async (me, form) =>
        {
            await desk.Change(me.Number, new(Theme: form["theme"].ToString(), Sections: [.. form["sections"].OfType<string>()], Song: new(form["artist"].ToString(), form["song"].ToString(), form["link"].ToString())));
            return new("saved");
        });

    private static Task<IResult> Header(HttpContext http, FormRunner forms, [FromServices] FormPictures pictures, HeaderDesk desk) =>
        forms.Run(pictures.Widen(http), (me, form) => pictures.With(me.Number, form, async kept =>
        {
            await desk.Choose(me.Number, kept is [var id] ? id : throw Errors.Invalid("picture", "Choose one picture."));
            return new FormOutcome("saved");
        }));

    private static Task<IResult> RemoveHeader(HttpContext http, FormRunner forms, HeaderDesk desk) =>
        forms.Run(http, async (me, _) =>
        {
            await desk.Clear(me.Number);
            return new("saved");
        });

    private static string Day(string month, string day) => month.Length == 0 && day.Length == 0 ? "" : $"{month}-{day}";
}
