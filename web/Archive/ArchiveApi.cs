using Microsoft.Net.Http.Headers;
using OrleansMixi.Accounts;
using OrleansMixi.Hosting;

namespace OrleansMixi.Archive;

/// <summary>Export, import and outside blogs over HTTP.</summary>
internal static class ArchiveApi
{
    private static readonly HashSet<string> Types = new(StringComparer.OrdinalIgnoreCase)
        { "application/zip", "application/gzip", "application/x-gzip", "application/x-tar", "application/octet-stream", "application/x-zip-compressed" };

    public static void MapArchives(this IEndpointRouteBuilder app)
    {
        var archive = app.MapGroup("/api/me/archive").WithTags("Archive");
        archive.MapPost("/", Export).Produces<ArchiveJobView>(202).WithSummary("Have everything of one's own made into one archive; one export or import at a time");
        archive.MapGet("/", State).Produces<ArchiveView>().WithSummary("Where export and import stand");
        archive.MapGet("/download", Download).Produces(200, contentType: "application/zip").WithSummary("The newest finished archive; see docs/archive-format.md");
        archive.MapPost("/import", Import).Accepts<Stream>("application/zip", "application/gzip", "application/octet-stream").Produces<ArchiveJobView>(202)
            .WithSummary("Import an archive: the bare file, of this format or Mastodon's (zip or tar.gz)")
            .WithDescription("Posts come silently at their true dates; importing twice changes nothing.");
        archive.MapGet("/import", Imported).Produces<ArchiveJobView>().WithSummary("How the newest import went, with notes about single lines");
        archive.MapDelete("/kept", ForgetKept).Produces(204).WithSummary("Forget what imports kept for the next archive, and free its room");
        archive.MapGet("/suggestions", Suggestions).Produces<SuggestionView[]>().WithSummary("Friends and communities that an imported archive names and that are here");
        var blogs = app.MapGroup("/api/me/blogs").WithTags("Archive");
        blogs.MapGet("/", Blogs).Produces<BlogView[]>().WithSummary("Outside blogs that are read as the caller's diary");
        blogs.MapPut("/", SetBlog).Accepts<BlogRequest>("application/json").Produces<BlogView[]>().WithSummary("Read an outside blog (RSS, Atom) as diary, or read it again now");
        blogs.MapDelete("/", RemoveBlog).Produces(204).WithSummary("Read the blog '?url=' no more; its diaries stay");
    }

    private static async Task<IResult> Export(HttpContext http, ArchiveDesk desk) =>
        Results.Accepted("/api/me/archive", await desk.Export(http.User.Require("read")));

    private static async Task<IResult> State(HttpContext http, ArchiveDesk desk) => Results.Ok(await desk.State(http.User.Require("read")));

    private static async Task<IResult> Download(HttpContext http, ArchiveDesk desk)
    {
        var file = await desk.Open(http.User.Require("read")) ?? throw Errors.NotFound("archive");
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.Append(HeaderNames.XContentTypeOptions, "nosniff");
        return Results.Stream(file, "application/zip", $"mixi-{http.User.Handle()}.zip", enableRangeProcessing: true);
    }

    private static async Task<IResult> Import(HttpContext http, ArchiveDesk desk)
    {
        var member = http.User.Require("post");
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || !Types.Contains(type.MediaType.ToString()))
        {
            throw Errors.Invalid("Content-Type", "Send the bare file with 'Content-Type: application/zip' or 'application/gzip'.");
        }

        if (!ArchiveUpload.Widen(http, desk.MaxBytes))
        {
            throw new MixiException("too-large", $"The archive has {http.Request.ContentLength} bytes; at most {desk.MaxBytes} are taken (Mixi:Archive:MaxBytes).", "file");
        }

        return Results.Accepted("/api/me/archive/import", await desk.Import(member, http.Request.Body, http.RequestAborted));
    }

    private static async Task<IResult> Imported(HttpContext http, ArchiveDesk desk) =>
        Results.Ok(await desk.Imported(http.User.Require("read")) ?? throw Errors.NotFound("import"));

    private static async Task<IResult> ForgetKept(HttpContext http, ArchiveDesk desk)
    {
        await desk.ForgetKept(http.User.Require("post"));
        return Results.NoContent();
    }

    private static async Task<IResult> Suggestions(HttpContext http, ArchiveSuggestions suggestions) => Results.Ok(await suggestions.Of(http.User.Require("read")));

    private static async Task<IResult> Blogs(HttpContext http, ArchiveDesk desk) => Results.Ok(await desk.Blogs(http.User.Require("read")));

    private static async Task<IResult> SetBlog(HttpContext http, ArchiveDesk desk)
    {
        var member = http.User.Require("post");
        using var document = await http.ReadJson();
        var blog = Bodies.Read<BlogRequest>(document.RootElement);
        await desk.SetBlog(member, blog.Url, blog.Audience);
        return Results.Ok(await desk.Blogs(member));
    }

    private static async Task<IResult> RemoveBlog(string? url, HttpContext http, ArchiveDesk desk)
    {
        await desk.RemoveBlog(http.User.Require("post"), url ?? throw Errors.Invalid("url", "Say which blog: '?url='."));
        return Results.NoContent();
    }
}
