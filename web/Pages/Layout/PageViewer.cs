using Microsoft.AspNetCore.Diagnostics;
using OrleansMixi.Pages.Data;

namespace OrleansMixi.Pages.Layout;

/// <summary>The member behind the present request, asked for once although frame and page both need it.</summary>
public sealed class PageViewer(IPageData data)
{
    private Task<PageMember?>? _me;

    /// <summary>The signed-in member, or null.</summary>
    public Task<PageMember?> Me(HttpContext http) => _me ??= Ask(http);

    /// <summary>The page that reports a failure must not fail for the same reason.</summary>
    private Task<PageMember?> Ask(HttpContext http) =>
        http.Features.Get<IExceptionHandlerFeature>() is null
            ? data.Me(http.User, http.RequestAborted)
            : Task.FromResult<PageMember?>(null);
}
