using System.Security.Claims;
using Microsoft.Extensions.Options;
using OrleansMixi.Accounts;
using OrleansMixi.Hosting;
using OrleansMixi.Posts;

namespace OrleansMixi.Members;

/// <summary>The viewer behind a request: a member with the scope to read, or a stranger where strangers may read.</summary>
public sealed class Viewers(ViewerStore store, IOptions<TownOptions> options)
{
    /// <summary>The viewer; refuses strangers unless they may read.</summary>
    public ValueTask<Viewer> Of(ClaimsPrincipal principal)
    {
        var member = principal.Member();
        return member == 0 && options.Value.PublicReading ? ValueTask.FromResult(Viewer.Anonymous) : store.Find(principal.Require("read"));
    }
}
