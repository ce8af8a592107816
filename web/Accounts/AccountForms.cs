using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using OrleansMixi.Demo;
using OrleansMixi.Members;
using OrleansMixi.Pages.Accounts;
using OrleansMixi.Pages.Actions;
using OrleansMixi.Pages.Administration;
using OrleansMixi.Pages.Moderation;
using OrleansMixi.Pages.Shell;

namespace OrleansMixi.Accounts;

/// <summary>The forms of the account pages. Each checks its antiforgery token and goes back to a page.</summary>
internal static class AccountForms
{
    public static void MapAccountForms(this IEndpointRouteBuilder app, bool demo)
    {
        var forms = app.MapGroup("/account").ExcludeFromDescription().AddEndpointFilter(CheckForm).DisableAntiforgery();
        forms.MapPost("/sign-in", SignIn).RequireRateLimiting(AccountHosting.Attempts);
        forms.MapPost("/sign-up", SignUp).RequireRateLimiting(AccountHosting.Attempts);
        forms.MapPost("/sign-out", SignOut);
        forms.MapPost("/sign-out-everywhere", SignOutEverywhere);
        forms.MapPost("/password", ChangePassword).RequireRateLimiting(AccountHosting.Attempts);
        forms.MapPost("/invite", Invite);
        forms.MapPost("/tokens/make", MakeToken);
        forms.MapPost("/tokens/revoke", RevokeToken);
        if (demo)
        {
            forms.MapPost("/demo", EnterDemo);
        }

        AccountActions.Map(app);
        ModerationActions.Map(app);
        AdminActions.Map(app);
    }

    /// <summary>Goes to a page of this site with a code for its message.</summary>
    public static void Back(HttpContext http, string page, string? error = null, string? notice = null)
    {
        var query = error is not null ? $"error={error}" : notice is not null ? $"notice={notice}" : "";
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = query.Length == 0 ? page : $"{page}{(page.Contains('?') ? '&' : '?')}{query}";
    }

    // Checked here and not by the framework's middleware, so that a stale form gets a clear answer.
    internal static async ValueTask<object?> CheckForm(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context.HttpContext);
        return await next(context);
    }

    private static async Task SignIn(
        HttpContext http, [FromForm] string? handle, [FromForm] string? password, [FromForm] string? returnUrl, AccountEntry entry)
    {
        var error = await entry.SignIn(http, handle ?? "", password ?? "");
        var onward = LocalUrl.Or(returnUrl, "/");
        Back(
            http,
            error is null ? onward : error == "suspended" ? "/account/suspended" : onward == "/" ? "/sign-in" : $"/sign-in?returnUrl={Uri.EscapeDataString(onward)}",
            error == "suspended" ? null : error);
    }

    private static async Task SignUp(HttpContext http, [FromForm] NewAccountForm form, SignUps signUps, SignInManager<MemberRow> signIn)
    {
        try
        {
            if (await signUps.SignUp(form.Account, Languages.Current) is { } member)
            {
                await signIn.SignInAsync(member, isPersistent: true);
                Back(http, "/");
            }
            else
            {
                Back(http, "/sign-in", notice: "applied");
            }
        }
        catch (MixiException refusal) when (Errors.Status(refusal.Code) < 500)
        {
            var error = refusal.Code == "handle-taken" ? "taken" : refusal.Code is "conflict" or "rate-limited" ? refusal.Code : refusal.Field ?? "invalid";
            Back(http, $"/sign-up?invitation={Uri.EscapeDataString(form.Invitation ?? "")}", error);
        }
    }

    private static async Task SignOut(HttpContext http, SignInManager<MemberRow> signIn, AccessLog access)
    {
        // Ends the live connections of all the member's browsers; those still signed in come back by themselves.
        if (http.User.Member() is var member and not 0)
        {
            await access.Revoked(member, 0);
        }

        await signIn.SignOutAsync();
        Back(http, "/");
    }

    private static async Task SignOutEverywhere(HttpContext http, SignInManager<MemberRow> signIn, UserManager<MemberRow> users, AccessLog access)
    {
        var member = await Me(http, users);
        await users.UpdateSecurityStampAsync(member);
        await access.Revoked(member.Number, 0);
        await signIn.SignOutAsync();
        Back(http, "/");
    }

    private static async Task ChangePassword(
        HttpContext http, [FromForm] string? old, [FromForm(Name = "new")] string? wanted, SignInManager<MemberRow> signIn, UserManager<MemberRow> users, AccessLog access)
    {
        var member = await Me(http, users);
        if (wanted is null or { Length: < SignUps.MinPassword or > SignUps.MaxPassword })
        {
            Back(http, "/account", "password");
            return;
        }

        if (!await users.CheckPasswordAsync(member, old ?? ""))
        {
            Back(http, "/account", "wrong");
            return;
        }

        await users.RemovePasswordAsync(member);
        await users.AddPasswordAsync(member, wanted);
        await access.Revoked(member.Number, 0);
        await signIn.SignInAsync(member, isPersistent: true);
        Back(http, "/account", notice: "password-changed");
    }

    private static async Task Invite(HttpContext http, InvitationStore invitations, IOptions<AccountOptions> options)
    {
        Once.Give(http, await invitations.Create(http.User.Require("post"), options.Value.Invitation));
        Back(http, "/account/invitations", notice: "invited");
    }

    private static async Task MakeToken(HttpContext http, TokenStore tokens)
    {
        var member = http.User.Require("post");
        var form = await http.Request.ReadFormAsync();
        var scopes = TokenStore.ReadScopes(string.Join(',', form["scopes"].OfType<string>()));
        if (scopes.Except(["read", "post"]).Any())
        {
            throw Errors.Forbidden("On this page a token is given the scopes 'read' and 'post'; others come from the operator (`web token`).");
        }

        var name = form["name"].ToString().Trim();
        Once.Give(http, await tokens.Create(member, scopes, name.Length <= TokenStore.MaxName ? name : name[..TokenStore.MaxName]));
        Back(http, "/account/tokens", notice: "token-made");
    }

    private static async Task RevokeToken(HttpContext http, [FromForm] int number, TokenStore tokens, AccessLog access)
    {
        var member = http.User.Require("post");
        if (await tokens.Revoke(member, number))
        {
            await access.Revoked(member, number);
        }

        Back(http, "/account/tokens", notice: "token-revoked");
    }

    private static async Task EnterDemo(HttpContext http, [FromForm] string? handle, SignInManager<MemberRow> signIn, MemberStore members)
    {
        // Only people of the demo town, and only while they have no password of their own.
        var member = DemoMembers.Handles.Contains(handle) ? await members.Find(handle!) : null;
        if (member is not { Password: null })
        {
            throw Errors.NotFound("demo member");
        }

        await signIn.SignInAsync(member, isPersistent: true);
        Back(http, "/");
    }

    private static async Task<MemberRow> Me(HttpContext http, UserManager<MemberRow> users)
    {
        http.User.Require("post");
        return await users.GetUserAsync(http.User) ?? throw Errors.NotFound("member");
    }
}
