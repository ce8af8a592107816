using System.Globalization;
using System.Security.Claims;
using OrleansMixi.Live;

namespace OrleansMixi.Accounts;

/// <summary>Reads who calls from the authenticated principal.</summary>
public static class Caller
{
    /// <summary>The claim with the handle.</summary>
    public const string HandleClaim = "handle";

    /// <summary>The claim with one scope.</summary>
    public const string ScopeClaim = "scope";

    /// <summary>The claim with the access token's number.</summary>
    public const string TokenClaim = "token";

    /// <summary>The member's number; 0 if nobody is signed in.</summary>
    public static int Member(this ClaimsPrincipal principal) =>
        principal is TokenPrincipal caller ? caller.Member
        : int.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The member's handle; empty if nobody is signed in.</summary>
    public static string Handle(this ClaimsPrincipal principal) =>
        principal is TokenPrincipal caller ? caller.Handle : principal.FindFirstValue(HandleClaim) ?? "";

    /// <summary>The access token's number; 0 for a browser.</summary>
    public static long Token(this ClaimsPrincipal principal) =>
        principal is TokenPrincipal caller ? caller.Token
        : long.TryParse(principal.FindFirstValue(TokenClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Whether the caller has a scope: <c>read</c>, <c>post</c>, <c>news</c> or <c>admin</c>.</summary>
    public static bool Has(this ClaimsPrincipal principal, string scope) =>
        principal is TokenPrincipal caller ? caller.Has(scope) : principal.HasClaim(ScopeClaim, scope);

    /// <summary>The member's number; refuses a caller without the scope.</summary>
    public static int Require(this ClaimsPrincipal principal, string scope)
    {
        var member = principal.Member();
        if (member == 0)
        {
            throw new MixiException("unauthenticated", "Sign in, or send 'Authorization: Bearer <token>'; make a token with `web token <handle>`.");
        }

        return principal.Has(scope) ? member : throw Errors.ScopeMissing(scope);
    }

    /// <summary>The caller as live delivery knows it.</summary>
    internal static LiveIdentity Identity(this ClaimsPrincipal principal) => new(principal.Member(), principal.Handle(), principal.Token());
}
