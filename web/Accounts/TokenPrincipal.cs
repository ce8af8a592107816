using System.Globalization;
using System.Security.Claims;
using OrleansMixi.Members;

namespace OrleansMixi.Accounts;

/// <summary>Who calls with an access token: the claims, and the same read already. It is shared by all requests with the token, so nobody may change it.</summary>
internal sealed class TokenPrincipal : ClaimsPrincipal
{
    private readonly string[] _scopes;

    public TokenPrincipal(TokenRow token)
        : base(new ClaimsIdentity(Spell(token), BearerHandler.SchemeName))
    {
        (Member, Handle, Token, _scopes) = (token.Member, token.Handle, token.Number, token.Scopes.Split(','));
    }

    public int Member { get; }

    public string Handle { get; }

    public long Token { get; }

    public bool Has(string scope) => Array.IndexOf(_scopes, scope) >= 0;

    private static IEnumerable<Claim> Spell(TokenRow token) =>
    [
        new(ClaimTypes.NameIdentifier, token.Member.ToString(CultureInfo.InvariantCulture)),
        new(Caller.HandleClaim, token.Handle),
        new(Caller.TokenClaim, token.Number.ToString(CultureInfo.InvariantCulture)),
        .. token.Scopes.Split(',').Select(scope => new Claim(Caller.ScopeClaim, scope)),
    ];
}
