using OrleansMixi.Log;
using OrleansMixi.Media;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Albums;

/// <summary>Albums as a viewer may see them; those that the viewer may not see are absent.</summary>
internal sealed class AlbumViews(AlbumStore albums, MediaStore media, MediaDoor door, AuthorStore authors)
{
    /// <summary>A member's albums; null if there is no such member.</summary>
    public async Task<IReadOnlyList<AlbumView>?> Of(Viewer viewer, string handle)
    {
        if (Handle.Fold(handle) is not { } folded || await authors.Find(folded) is not { Suspended: false } owner)
        {
            return null;
        }

        var covers = await albums.Covers(owner.Number);
        var views = new List<AlbumView>();
        foreach (var row in await albums.Of(owner.Number))
        {
            if (await door.Opens(viewer, row))
            {
                views.Add(View(viewer, row, owner, covers.TryGetValue(row.Id, out var cover) ? MediaUrl.Small(cover) : null, null));
            }
        }

        return views;
    }

    /// <summary>One album with its pictures.</summary>
    public async Task<AlbumView?> Find(Viewer viewer, string id)
    {
        if (!PostId.TryParse(id, out var number) || await albums.Find(number) is not { } row || !await door.Opens(viewer, row) || await authors.Find(row.Owner) is not { } owner)
        {
            return null;
        }

        var pictures = await media.OfAlbum(row.Id);
        var cover = pictures.FirstOrDefault(picture => picture.Id == row.Cover) ?? pictures.FirstOrDefault(picture => !picture.IsVideo);
        return View(viewer, row, owner, cover is null ? null : MediaUrl.Small(cover.Id), [.. pictures.Select(picture => PictureView.Of(picture.ToPicture()))]);
    }

    /// <summary>Which group it is, only its owner knows.</summary>
    private static string Word(Viewer viewer, AlbumRow row) => viewer.Member == row.Owner && Audiences.GroupOf(row.Audience) is var group and > 0
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"group:{group}")
        : PostWords.Of(row.Audience);

    private static AlbumView View(Viewer viewer, AlbumRow row, Author owner, string? cover, IReadOnlyList<PictureView>? pictures) => new(
        PostId.Format(row.Id), new(owner.Handle, owner.Nickname, owner.Bot), row.Title, row.Description, Word(viewer, row), row.Count, cover,
        DateTimeOffset.FromUnixTimeMilliseconds(row.Created), pictures);
}
