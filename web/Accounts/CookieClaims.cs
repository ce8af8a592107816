using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OrleansMixi.Members;

namespace OrleansMixi.Accounts;

/// <summary>What a signed-in browser may do: read and write as the member, and run the town if the member is an administrator.</summary>
internal sealed class CookieClaims(UserManager<MemberRow> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<MemberRow>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(MemberRow user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(Caller.HandleClaim, user.Handle));
        identity.AddClaim(new(Caller.ScopeClaim, "read"));
        identity.AddClaim(new(Caller.ScopeClaim, "post"));
        if (user.Role == MemberRole.Administrator)
        {
            identity.AddClaim(new(Caller.ScopeClaim, "admin"));
        }

        return identity;
    }
}
