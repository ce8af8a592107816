using OrleansMixi.Hosting;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Accounts;

/// <summary>Becoming a member, leaving, and how far members are apart, over HTTP.</summary>
internal static class SignUpApi
{
    public static void MapSignUp(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/accounts", SignUp).WithTags("Account").Accepts<NewAccount>("application/json").Produces<SignUpView>(201).Produces<SignUpView>(202)
            .RequireRateLimiting(AccountHosting.Attempts)
            .WithSummary("Become a member (202: an administrator decides first; Mixi:Accounts:SignUp)");
        app.MapPost("/api/me/invitations", Invite).WithTags("Account").Produces<InvitationView>(201).WithSummary("Make an invitation: a code for one newcomer, shown once");
        app.MapDelete("/api/me", Leave).WithTags("Account").Accepts<LeaveRequest>("application/json").Produces(204)
            .RequireRateLimiting(AccountHosting.Attempts)
            .WithSummary("Delete the own account with everything in it, for ever");
        app.MapGet("/api/members/{handle}/steps", Steps).WithTags("Members").Produces<StepsView>()
            .WithSummary("How many invitation steps lie between the caller and a member, never who");
    }

    private static async Task<IResult> SignUp(HttpContext http, SignUps signUps, TokenStore tokens)
    {
        using var document = await http.ReadJson();
        var wanted = Bodies.Read<NewAccount>(document.RootElement);
        var member = await signUps.SignUp(wanted, null);
        return member is null
            ? Results.Json(new SignUpView(Handle.Fold(wanted.Handle)!, true, null), statusCode: StatusCodes.Status202Accepted)
            : Results.Created($"/api/members/{member.Handle}", new SignUpView(member.Handle, false, await tokens.Create(member.Number, ["read", "post"], "sign-up")));
    }

    private static async Task<IResult> Invite(HttpContext http, InvitationStore invitations, Microsoft.Extensions.Options.IOptions<AccountOptions> options)
    {
        var code = await invitations.Create(http.User.Require("post"), options.Value.Invitation);
        return Results.Created($"/sign-up?invitation={code}", new InvitationView(code));
    }

    private static async Task<IResult> Leave(HttpContext http, AccountLeaving leaving)
    {
        var member = http.User.Require("post");
        using var document = await http.ReadJson();
        await leaving.Leave(member, Bodies.Read<LeaveRequest>(document.RootElement).Password, http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> Steps(string handle, HttpContext http, AuthorStore authors, InvitationTree tree)
    {
        var member = http.User.Require("read");
        var other = Handle.Fold(handle) is { } folded ? await authors.Find(folded) : null;
        return other is { Suspended: false } ? Results.Ok(new StepsView(await tree.Steps(member, other.Number))) : throw Errors.NotFound("member");
    }
}
