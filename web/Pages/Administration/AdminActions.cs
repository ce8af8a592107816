using System.Globalization;
using OrleansMixi.Accounts;
using OrleansMixi.Administration;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Moderation;
using OrleansMixi.Pages.Actions;
using OrleansMixi.Plans;
using OrleansMixi.Posts;

namespace OrleansMixi.Pages.Administration;

/// <summary>The forms of administrators; each needs the scope 'admin'.</summary>
internal static class AdminActions
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/actions/admin").ExcludeFromDescription();
        group.MapPost("/remove", (HttpContext http, FormRunner forms, ModerationDesk desk) => Run(http, forms, (by, form) =>
            desk.Remove(Post(form), by, Text(form, "reason"), Ends(http, form))));
        group.MapPost("/suspend", (HttpContext http, FormRunner forms, ModerationDesk desk) => Run(http, forms, (by, form) =>
            desk.Suspend(form["handle"].ToString(), by, Text(form, "reason"), Ends(http, form))));
        group.MapPost("/lift", (HttpContext http, FormRunner forms, ModerationDesk desk) => Run(http, forms, (by, form) =>
            desk.Lift(form["handle"].ToString(), by, Text(form, "reason"))));
        group.MapPost("/undo", (HttpContext http, FormRunner forms, ModerationDesk desk) => Run(http, forms, (by, form) =>
            desk.Undo(Number(form), by, Text(form, "reason"))));
        group.MapPost("/decide", (HttpContext http, FormRunner forms, ModerationDesk desk) => Run(http, forms, (by, form) =>
            desk.Decide(Number(form), by, form["granted"] == "yes", Text(form, "answer"))));
        group.MapPost("/dismiss", (HttpContext http, FormRunner forms, ReportStore reports) => Run(http, forms, (by, form) =>
            reports.Close(Number(form), by, ReportOutcome.Dismissed)));
        group.MapPost("/settle", (HttpContext http, FormRunner forms, ReportStore reports) => Run(http, forms, (by, form) =>
            reports.Close(Number(form), by, ReportOutcome.Acted)));
        group.MapPost("/approve", (HttpContext http, FormRunner forms, AdminDesk desk) => Run(http, forms, (by, form) => desk.Approve(Number(form), by)));
        group.MapPost("/decline", (HttpContext http, FormRunner forms, AdminDesk desk) => Run(http, forms, (by, form) => desk.Decline(Number(form), by)));
        group.MapPost("/appoint", (HttpContext http, FormRunner forms, AdminDesk desk) => Run(http, forms, (by, form) =>
            desk.SetRole(form["handle"].ToString(), MemberRole.Administrator, by)));
        group.MapPost("/dismiss-administrator", (HttpContext http, FormRunner forms, AdminDesk desk) => Run(http, forms, (by, form) =>
            desk.SetRole(form["handle"].ToString(), MemberRole.Member, by)));
        group.MapPost("/plan", GrantPlan);
        group.MapPost("/plan-end", EndPlan);
    }

    private static Task<IResult> Run(HttpContext http, FormRunner forms, Func<int, IFormCollection, Task> action) => forms.Run(http, async (_, form) =>
    {
        await action(http.User.Require("admin"), form);
        return new("admin-done");
    });

    private static Task<IResult> GrantPlan(HttpContext http, FormRunner forms, PlanGrants grants, AuthorStore authors, LogTail tail) => Run(http, forms, async (by, form) =>
    {
        var member = await Member(form, authors);
        var day = DateOnly.TryParse(form["ends"], CultureInfo.InvariantCulture, out var given) ? given : throw Errors.Invalid("ends", "Choose the last day.");
        await grants.Grant(member, PlanKind.Premium, null, new(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), by);
        await tail.Settled(tail.Shape.QueueOf(member));
    });

    private static Task<IResult> EndPlan(HttpContext http, FormRunner forms, PlanGrants grants, AuthorStore authors, LogTail tail) => Run(http, forms, async (by, form) =>
    {
        var member = await Member(form, authors);
        await grants.End(member, by);
        await tail.Settled(tail.Shape.QueueOf(member));
    });

    private static async Task<int> Member(IFormCollection form, AuthorStore authors) =>
        Handle.Fold(form["handle"].ToString().Trim().TrimStart('@')) is { } folded && await authors.Find(folded) is { } author ? author.Number : throw Errors.NotFound("member");

    private static DateTimeOffset? Ends(HttpContext http, IFormCollection form) =>
        int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 3650
            ? http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(days)
            : null;

    private static int Number(IFormCollection form) =>
        int.TryParse(form["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Errors.NotFound("entry");

    private static long Post(IFormCollection form) => PostId.TryParse(form["post"].ToString(), out var post) ? post : throw Errors.NotFound("post");

    private static string Text(IFormCollection form, string name) => form[name].ToString().ReplaceLineEndings("\n");
}
