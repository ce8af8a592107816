using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using OrleansMixi.Pages.Data;

namespace OrleansMixi.Pages.Actions;

/// <summary>Draws a part of a page by itself, for a script that was rung: the same component, filled anew, for the signed-in member.</summary>
internal sealed class FragmentRunner(IPageData data)
{
    /// <summary>Draws a component with its parameters; without parameters the answer is that there is nothing.</summary>
    public async Task<IResult> Run<TComponent>(HttpContext http, Func<PageMember, Task<Dictionary<string, object?>?>> parameters)
        where TComponent : IComponent
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await data.Me(http.User, http.RequestAborted) is not { } me)
        {
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        return await parameters(me) is { } filled
            ? new RazorComponentResult<TComponent>(filled) { PreventStreamingRendering = true }
            : Results.StatusCode(StatusCodes.Status404NotFound);
    }
}
