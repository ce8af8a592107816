using OrleansMixi.Moderation;
using OrleansMixi.Pages.Actions;

namespace OrleansMixi.Pages.Moderation;

/// <summary>The form with which members report.</summary>
internal static class ModerationActions
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/actions/moderation/report", Report).ExcludeFromDescription();

    private static Task<IResult> Report(HttpContext http, FormRunner forms, ReportDesk desk) => forms.Run(http, async (me, form) =>
    {
        var reason = Enum.TryParse<ReportReason>(form["reason"], ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : ReportReason.Other;
        await desk.Report(
            me.Number, new(reason, form["text"].ToString().ReplaceLineEndings("\n"), Given(form, "post"), Given(form, "member"), Given(form, "community")), http.RequestAborted);
        return new("reported");
    });

    private static string? Given(IFormCollection form, string name) => form[name].ToString() is { Length: > 0 } value ? value : null;
}
