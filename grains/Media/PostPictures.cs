using OrleansMixi.Albums;
using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Media;

/// <summary>Takes an author's pictures for posts: looked up, set aside before the commit, let go if there is none.</summary>
internal sealed class PostPictures(MediaStore media, MediaPlaces places, AlbumStore albums)
{
    /// <summary>What a draft's pictures are; refuses those that are not the author's.</summary>
    public async ValueTask<Attachments?> Find(int author, PostDraft draft)
    {
        if (draft.Album != 0 && (await albums.Find(draft.Album))?.Owner != author)
        {
            throw Errors.NotFound("album");
        }

        if (draft.Media is not { Count: > 0 } ids)
        {
            return draft.Album == 0 ? null : new([], draft.Album);
        }

        var rows = await media.Own(author, ids);
        return rows.Count == ids.Count
            ? new([.. rows.Select(row => row.ToPicture())], draft.Album)
            : throw Unknown();
    }

    /// <summary>What an edited post shows from now on: what it had stays as it is, the rest are own loose pictures.</summary>
    public async ValueTask<Attachments> Find(Post present, IReadOnlyList<long> ids)
    {
        var had = Had(present).ToDictionary(picture => picture.Id);
        var rows = (await media.Own(present.Author, [.. ids.Where(id => !had.ContainsKey(id))])).ToDictionary(row => row.Id);
        return new([.. ids.Select(id => had.GetValueOrDefault(id) ?? rows.GetValueOrDefault(id)?.ToPicture() ?? throw Unknown())]);
    }

    /// <summary>Sets the pictures aside; of two posts that want the same one, the second is refused. Pictures of an album stay there.</summary>
    public async ValueTask Claim(LogEntry entry, Post? present = null)
    {
        if (Own(entry, present) is { } ids && !await places.Claim(entry.Author, ids))
        {
            throw Errors.Conflict("One of these pictures is used already; upload it again for another post.");
        }
    }

    /// <summary>Writes the entry; if it is not written its pictures are free again.</summary>
    public Task<Post> Holding(LogEntry entry, Task<Post> writing, Post? present = null) => Own(entry, present) is { } ids ? Holding(entry.Author, ids, writing) : writing;

    private async Task<Post> Holding(int author, IReadOnlyList<long> ids, Task<Post> writing)
    {
        try
        {
            return await writing;
        }
        catch
        {
            await places.Release(author, ids);
            throw;
        }
    }

    private static IReadOnlyList<long>? Own(LogEntry entry, Post? present) =>
        entry.Body?.Media is { Album: 0 } found && found.Pictures.Select(picture => picture.Id).Except(Had(present).Select(picture => picture.Id)).ToArray() is { Length: > 0 } ids ? ids : null;

    private static IReadOnlyList<Picture> Had(Post? present) => present?.Body.Media?.Pictures ?? [];

    private static MixiException Unknown() =>
        Errors.Invalid("media", "'media' names a picture that you did not upload, or that was removed; upload it first (POST /api/media).");
}
