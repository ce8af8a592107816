using Microsoft.Extensions.Options;
using OrleansMixi.Accounts;
using OrleansMixi.Hosting;
using OrleansMixi.Plans;

namespace OrleansMixi.Media;

/// <summary>Pictures and videos over HTTP: upload, list, describe, remove. The files themselves: <see cref="MediaFiles"/>.</summary>
internal static class MediaApi
{
    public static void MapMedia(this IEndpointRouteBuilder app)
    {
        var media = app.MapGroup("/api/media").WithTags("Media");
        media.MapPost("/", Upload).Accepts<IFormFile>("multipart/form-data", "image/jpeg", "image/png", "image/webp", "image/gif", "video/mp4", "video/webm").Produces<MediaView>(201)
            .DisableAntiforgery()
            .WithSummary("Upload a picture or video: a form with 'file' and 'alt', or the bare file with '?alt='")
            .WithDescription("JPEG, PNG, WebP and GIF are recognised by content and drawn anew without EXIF; MP4 and WebM need Premium. What is used in no post, album or profile is swept after a day.");
        media.MapGet("/", Room).Produces<RoomView>().WithSummary("The caller's room, and uploads that belong to nothing yet");
        media.MapGet("/{id}", Read).Produces<MediaView>().WithSummary("One picture that the caller may see");
        media.MapPatch("/{id}", Describe).Accepts<AltEdit>("application/json").Produces<MediaView>().WithSummary("Describe an own picture for who can't see it");
        media.MapDelete("/{id}", Remove).Produces(204).WithSummary("Remove an own picture that belongs to nothing, or to an album");
    }

    private static async Task<IResult> Upload(HttpContext http, MediaKeeper keeper)
    {
        var member = http.User.Require("post");
        var (file, alt) = await UploadBody.Read(http);
        var row = await keeper.Keep(member, file, alt, http.RequestAborted);
        return Results.Created(MediaUrl.Full(row.Id), MediaView.Of(row));
    }

    private static async Task<IResult> Room(HttpContext http, MediaStore media, Entitlements entitlements, IOptions<MediaOptions> options)
    {
        var member = http.User.Require("read");
        var room = await entitlements.HasPremium(member) ? options.Value.PremiumBytes : options.Value.FreeBytes;
        return Results.Ok(new RoomView(await media.Used(member), room, [.. (await media.Loose(member)).Select(MediaView.Of)]));
    }

    private static async Task<IResult> Read(string id, HttpContext http, MediaDoor door) => Results.Ok(MediaView.Of((await door.Find(http.User, id)).Row));

    private static async Task<IResult> Describe(string id, HttpContext http, MediaDoor door, MediaWords words)
    {
        var member = http.User.Require("post");
        using var document = await http.ReadJson();
        var alt = Bodies.Read<AltEdit>(document.RootElement).Alt;
        return Results.Ok(MediaView.Of(await words.Describe(member, (await door.Own(member, id)).Id, alt)));
    }

    private static async Task<IResult> Remove(string id, HttpContext http, MediaDoor door, MediaKeeper keeper)
    {
        var member = http.User.Require("post");
        await keeper.Remove(member, (await door.Own(member, id)).Id);
        return Results.NoContent();
    }
}
