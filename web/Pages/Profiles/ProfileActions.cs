using Microsoft.AspNetCore.Mvc;
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
            await desk.Change(me.Number, new(Theme: form["theme"].ToString(), Sections: [.. form["sections"].OfType<string>()]));
            return new("saved");
        });

    private static string Day(string month, string day) => month.Length == 0 && day.Length == 0 ? "" : $"{month}-{day}";
}
