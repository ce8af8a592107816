using System.Security.Claims;
using OrleansMixi.Albums;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Media;

/// <summary>Who may see a picture: whoever sees what it belongs to; until it belongs to something, only its owner.</summary>
internal sealed class MediaDoor(MediaStore media, AlbumStore albums, PostStore posts, Sight sight, AuthorStore authors, Viewers viewers)
{
    /// <summary>A picture that the caller may see, and whether everybody may; refuses as if there were none.</summary>
    public async Task<(MediaRow Row, bool Public)> Find(ClaimsPrincipal caller, string id)
    {
        var viewer = await viewers.Of(caller);
        if (!PostId.TryParse(id, out var number) || await media.Find(number) is not { } row || !await Opens(viewer, row))
        {
            throw Errors.NotFound("picture");
        }

        return (row, row.Place != MediaPlace.Loose && await Opens(Viewer.Anonymous, row));
    }

    /// <summary>An own picture.</summary>
    public async Task<MediaRow> Own(int member, string id) =>
        PostId.TryParse(id, out var number) && await media.Find(number) is { } row && row.Owner == member ? row : throw Errors.NotFound("picture");

    /// <summary>Whether a viewer may see an album.</summary>
    public ValueTask<bool> Opens(Viewer viewer, AlbumRow album) => sight.CanSee(viewer, album.ToHeader());

    private async ValueTask<bool> Opens(Viewer viewer, MediaRow row) => row.Place switch
    {
        MediaPlace.Post when row.Holder != 0 => await posts.Find(row.Holder) is { } post && await sight.CanSee(viewer, post),
        MediaPlace.Album => await albums.Find(row.Holder) is { } album && await Opens(viewer, album),
        MediaPlace.Profile or MediaPlace.Header => !viewer.Blocks.Contains(row.Owner) && await authors.Find(row.Owner) is { Suspended: false },
        _ => viewer.Member == row.Owner,
    };
}
