using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using OrleansMixi.Hosting;

namespace OrleansMixi.Accounts;

/// <summary>Authenticates <c>Authorization: Bearer mixi_…</c>.</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TokenCache tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string SchemeName = "Bearer";

    private const string Prefix = "Bearer ";

    /// <summary>Whether a request carries a bearer token.</summary>
    public static bool IsOn(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsOn(Request))
        {
            return AuthenticateResult.NoResult();
        }

        var caller = await tokens.Find(Request.Headers.Authorization.ToString()[Prefix.Length..].Trim());
        return caller is null ? AuthenticateResult.Fail("The access token is unknown or revoked.") : AuthenticateResult.Success(new(caller, SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = SchemeName;
        return ProblemMapper.Write(Context, Problems.Of(401, "unauthenticated", "The access token is unknown or revoked; make another with `web token <handle>`."));
    }
}
