using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using OrleansMixi.Accounts;
using OrleansMixi.Mail;
using OrleansMixi.Moderation;
using OrleansMixi.Pages.Actions;

namespace OrleansMixi.Pages.Accounts;

/// <summary>The forms of members about their own account, and those of people who are not signed in but hold a link or a note.</summary>
internal static class AccountActions
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var mine = routes.MapGroup("/actions/accounts").ExcludeFromDescription();
        mine.MapPost("/mail", AskProof);
        mine.MapPost("/mail/remove", RemoveMail);
        mine.MapPost("/leave", Leave).RequireRateLimiting(AccountHosting.Attempts);
        mine.MapPost("/appeal", Appeal);

        var forms = routes.MapGroup("/account").ExcludeFromDescription().AddEndpointFilter(AccountForms.CheckForm).DisableAntiforgery();
        forms.MapPost("/mail/prove", Prove).RequireRateLimiting(AccountHosting.Attempts);
        forms.MapPost("/password/forgot", Forgot).RequireRateLimiting(AccountHosting.Attempts);
        forms.MapPost("/password/reset", Reset).RequireRateLimiting(AccountHosting.Attempts);
        forms.MapPost("/appeal", AppealSuspended).RequireRateLimiting(AccountHosting.Attempts);
    }

    private static Task<IResult> AskProof(HttpContext http, FormRunner forms, MailDesk desk) => forms.Run(http, async (me, form) =>
    {
        if (MailAddress.TryRead(form["mail"].ToString()) is not { } address)
        {
            return new("mail");
        }

        await desk.AskProof(me.Number, address);
        return new("mail-sent");
    });

    private static Task<IResult> RemoveMail(HttpContext http, FormRunner forms, MailDesk desk) => forms.Run(http, async (me, _) =>
    {
        await desk.Remove(me.Number);
        return new("mail-removed");
    });

    private static Task<IResult> Leave(HttpContext http, FormRunner forms, AccountLeaving leaving) => forms.Run(http, async (me, form) =>
    {
        try
        {
            await leaving.Leave(me.Number, form["password"].ToString(), http.RequestAborted);
        }
        catch (MixiException refusal) when (refusal.Field == "password")
        {
            return new("leave-password");
        }

        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        return new("left", "/");
    });

    private static Task<IResult> Appeal(HttpContext http, FormRunner forms, ModerationDesk desk) => forms.Run(http, async (me, form) =>
    {
        await desk.Appeal(Number(form["number"]), me.Number, form["text"].ToString().ReplaceLineEndings("\n"));
        return new("appealed");
    });

    private static async Task Prove(HttpContext http, [FromForm] string? link, MailDesk desk)
    {
        var member = 0;
        try
        {
            member = await desk.Prove(link ?? "");
        }
        catch (MixiException refusal) when (refusal.Code == "conflict")
        {
            // Somebody else has proven it; the answer is the same as for a link that is over.
        }

        var page = http.User.Member() == 0 ? "/sign-in" : "/account/mail";
        AccountForms.Back(http, page, member == 0 ? "link" : null, "mail-proven");
    }

    private static async Task Forgot(HttpContext http, [FromForm] string? who, MailDesk desk)
    {
        await desk.Forgot(who ?? "");
        AccountForms.Back(http, "/sign-in", notice: "password-sent");
    }

    private static async Task Reset(HttpContext http, [FromForm] string? link, [FromForm] string? password, MailDesk desk)
    {
        if (password is null or { Length: < SignUps.MinPassword or > SignUps.MaxPassword })
        {
            AccountForms.Back(http, $"/account/reset?link={Uri.EscapeDataString(link ?? "")}", "password");
            return;
        }

        var done = await desk.Reset(link ?? "", password);
        AccountForms.Back(http, done ? "/sign-in" : "/account/forgot", done ? null : "link", "password-set");
    }

    private static async Task AppealSuspended(HttpContext http, [FromForm] string? number, [FromForm] string? text, SuspensionPass pass, ModerationDesk desk)
    {
        var member = pass.Read(http);
        if (member == 0)
        {
            AccountForms.Back(http, "/sign-in", "expired");
            return;
        }

        try
        {
            await desk.Appeal(Number(number), member, text?.ReplaceLineEndings("\n") ?? "");
            AccountForms.Back(http, "/account/suspended", notice: "appealed");
        }
        catch (MixiException refusal)
        {
            AccountForms.Back(http, "/account/suspended", refusal.Code);
        }
    }

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Errors.NotFound("measure");
}
