using Microsoft.AspNetCore.Mvc;
using OrleansMixi.Archive;
using OrleansMixi.Pages.Actions;

namespace OrleansMixi.Pages.Archive;

/// <summary>The endpoints behind the forms of <c>/account/archive</c>.</summary>
internal static class ArchiveActions
{
    private const string Page = "/account/archive";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/actions/archive").ExcludeFromDescription();
        group.MapPost("/export", Export);
        group.MapPost("/import", Import);
        group.MapPost("/forget", Forget);
        group.MapPost("/blog", SetBlog);
        group.MapPost("/blog/remove", RemoveBlog);
    }

    private static Task<IResult> Export(HttpContext http, FormRunner forms, [FromServices] ArchiveDesk desk) =>
        forms.Run(http, async (me, _) =>
        {
            await desk.Export(me.Number);
            return new();
        });

    private static async Task<IResult> Import(HttpContext http, FormRunner forms, [FromServices] ArchiveDesk desk) => ArchiveUpload.Widen(http, desk.MaxBytes)
        ? await forms.Run(http, async (me, form) =>
        {
            var file = form.Files.GetFile("file") ?? throw Errors.Invalid("file", "Choose a file.");
            await using var bytes = file.OpenReadStream();
            await desk.Import(me.Number, bytes, http.RequestAborted);
            return new();
        })
        : new SeeOther(LocalUrl.With(Page, "notice", "too-large"));

    private static Task<IResult> Forget(HttpContext http, FormRunner forms, [FromServices] ArchiveDesk desk) =>
        forms.Run(http, async (me, _) =>
        {
            await desk.ForgetKept(me.Number);
            return new();
        });

    private static Task<IResult> SetBlog(HttpContext http, FormRunner forms, [FromServices] ArchiveDesk desk) =>
        forms.Run(http, async (me, form) =>
        {
            await desk.SetBlog(me.Number, form["url"], form["audience"]);
            return new("saved");
        });

    private static Task<IResult> RemoveBlog(HttpContext http, FormRunner forms, [FromServices] ArchiveDesk desk) =>
        forms.Run(http, async (me, form) =>
        {
            await desk.RemoveBlog(me.Number, form["url"].ToString());
            return new();
        });
}
