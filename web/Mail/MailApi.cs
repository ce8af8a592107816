using OrleansMixi.Accounts;
using OrleansMixi.Hosting;

namespace OrleansMixi.Mail;

/// <summary>The own e-mail address, and new passwords by mail, over HTTP.</summary>
internal static class MailApi
{
    public static void MapMail(this IEndpointRouteBuilder app)
    {
        var mail = app.MapGroup("/api/me/mail").WithTags("Account");
        mail.MapGet("/", Read).Produces<MailState>().WithSummary("The caller's e-mail address; nobody else ever sees it");
        mail.MapPut("/", Put).Accepts<MailRequest>("application/json").Produces(202).WithSummary("Send a link that proves an address; it counts once the link is used");
        mail.MapDelete("/", Delete).Produces(204).WithSummary("Take the address away");
        app.MapPost("/api/mail/proof", Prove).WithTags("Account").Accepts<LinkRequest>("application/json").Produces(204).RequireRateLimiting(AccountHosting.Attempts)
            .WithSummary("Use the link of a mail: its address is proven then");
        app.MapPost("/api/password/forgot", Forgot).WithTags("Account").Accepts<ForgotRequest>("application/json").Produces(202).RequireRateLimiting(AccountHosting.Attempts)
            .WithSummary("Send a link for a new password to a handle's or address's owner, if there is one");
        app.MapPost("/api/password/reset", Reset).WithTags("Account").Accepts<ResetRequest>("application/json").Produces(204).RequireRateLimiting(AccountHosting.Attempts)
            .WithSummary("Set a new password by the link of a mail; all sign-ins and tokens end");
    }

    private static async Task<IResult> Read(HttpContext http, MailDesk desk) => Results.Ok(await desk.Of(http.User.Require("read")));

    private static async Task<IResult> Put(HttpContext http, MailDesk desk)
    {
        var member = http.User.Require("post");
        using var document = await http.ReadJson();
        await desk.AskProof(member, MailAddress.Read("address", Bodies.Read<MailRequest>(document.RootElement).Address));
        return Results.Accepted();
    }

    private static async Task<IResult> Delete(HttpContext http, MailDesk desk)
    {
        await desk.Remove(http.User.Require("post"));
        return Results.NoContent();
    }

    private static async Task<IResult> Prove(HttpContext http, MailDesk desk)
    {
        using var document = await http.ReadJson();
        return await desk.Prove(Bodies.Read<LinkRequest>(document.RootElement).Link) != 0 ? Results.NoContent() : throw Unusable();
    }

    private static async Task<IResult> Forgot(HttpContext http, MailDesk desk)
    {
        using var document = await http.ReadJson();
        await desk.Forgot(Bodies.Read<ForgotRequest>(document.RootElement).Who);
        return Results.Accepted();
    }

    private static async Task<IResult> Reset(HttpContext http, MailDesk desk)
    {
        using var document = await http.ReadJson();
        var wanted = Bodies.Read<ResetRequest>(document.RootElement);
        return await desk.Reset(wanted.Link, wanted.Password) ? Results.NoContent() : throw Unusable();
    }

    private static MixiException Unusable() => Errors.Invalid("link", "'link' is unknown, used or expired; ask for another mail.");
}
