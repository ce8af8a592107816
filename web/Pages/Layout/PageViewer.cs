using OrleansMixi.Pages.Data;

namespace OrleansMixi.Pages.Layout;

/// <summary>The member behind the present request, asked for once although frame and page both need it.</summary>
public sealed class PageViewer(IPageData data)
{
    private Task<PageMember?>? _me;

    /// <summary>The signed-in member, or null.</summary>
    public Task<PageMember?> Me(HttpContext http) => _me ??= data.Me(http.User, http.RequestAborted);
}
