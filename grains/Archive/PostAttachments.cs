using OrleansMixi.Albums;
using OrleansMixi.Log;
using OrleansMixi.Media;
using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>Pictures of posts: as lines, and from lines to their posts again.</summary>
internal sealed class PostAttachments(MediaStore media, MediaPlaces places, OwnMedia own, ArchiveSources sources, ArchivePictures pictures, AlbumStore albums, PostStore posts)
{
    /// <summary>What posts show, by their ids.</summary>
    public async Task<IReadOnlyDictionary<long, (IReadOnlyList<AttachmentLine> Lines, string? Album)>> Of(int member, IReadOnlyCollection<Post> posts)
    {
        var shown = posts.Where(post => post.Body.Media is not null).ToDictionary(post => post.Id, post => post.Body.Media!);
        var rows = (await media.Own(member, [.. shown.Values.SelectMany(one => one.Pictures).Select(picture => picture.Id).Distinct()])).ToDictionary(row => row.Id);
        var names = await sources.Of(member, SourceKind.Picture, rows.Keys);
        var albumNames = await sources.Of(member, SourceKind.Album, [.. shown.Values.Select(one => one.Album).Where(album => album != 0)]);
        return shown.ToDictionary(
            post => post.Key,
            post => ((IReadOnlyList<AttachmentLine>)[.. post.Value.Pictures.Where(picture => rows.ContainsKey(picture.Id)).Select(picture => AttachmentLines.Of(rows[picture.Id], names[picture.Id]))],
                post.Value.Album == 0 ? null : albumNames[post.Value.Album]));
    }

    /// <summary>
    /// What a post that is about to be written shows; a sentence where it has to wait. Pictures are set aside for it, see
    /// <see cref="Settle"/>.
    /// </summary>
    public async Task<(Attachments? Media, string? Refusal)> Take(ArchiveOwner owner, PostLine line)
    {
        if (line.Album is not null)
        {
            return await FromAlbum(owner, line);
        }

        var (rows, refusal) = await Bring(owner, line);
        var found = new List<Picture>();
        foreach (var row in refusal is null ? rows : [])
        {
            if ((row.Place == MediaPlace.Post && row.Holder == 0) || await places.Claim(owner.Member, [row.Id]))
            {
                found.Add(row.ToPicture());
            }
        }

        return refusal is not null ? (null, refusal)
            : found.Count > 0 ? (new(found), null)
            : line.Attachment is { Count: > 0 } && line.Content.Trim().Length == 0 ? (null, "The post is nothing but pictures, and none of them could be taken.")
            : default;
    }

    /// <summary>Lets go of pictures whose post was not written.</summary>
    public Task Settle(int member, LogEntry entry, LineResult result) => entry.Body?.Media is { Album: 0 } shown && result != LineResult.Added
        ? places.Release(member, [.. shown.Pictures.Select(picture => picture.Id)])
        : Task.CompletedTask;

    /// <summary>Notes which album a post tells of. Idempotent.</summary>
    public async Task Announced(long post)
    {
        if (await posts.Find(post) is { Body.Media: { Album: not 0 } shown })
        {
            await albums.Announced(shown.Album, post);
        }
    }

    /// <summary>Keeps the pictures of a line that has no place here; a sentence if they have no room.</summary>
    public async Task<string?> Keep(ArchiveOwner owner, PostLine line)
    {
        var (rows, refusal) = await Bring(owner, line);
        foreach (var row in refusal is null ? rows : [])
        {
            await own.Keep(owner.Member, row.Id);
        }

        return refusal;
    }

    private async Task<(IReadOnlyList<MediaRow> Rows, string? Refusal)> Bring(ArchiveOwner owner, PostLine line)
    {
        var rows = new List<MediaRow>();
        foreach (var attachment in line.Attachment ?? [])
        {
            var (row, later) = await pictures.Take(owner, attachment);
            if (later)
            {
                return (rows, $"There is no room for '{attachment.Url}'. The post comes with the next import that finds room.");
            }

            rows.AddRange(row is null ? [] : [row]);
        }

        return (rows, null);
    }

    private async Task<(Attachments? Media, string? Refusal)> FromAlbum(ArchiveOwner owner, PostLine line)
    {
        if (!(await sources.Find(owner.Member, SourceKind.Album, [line.Album!])).TryGetValue(line.Album!, out var album) || await albums.Find(album) is not { } row || row.Owner != owner.Member)
        {
            return (null, "The album that this post tells of is not here.");
        }

        var ids = await sources.Find(owner.Member, SourceKind.Picture, [.. line.Attachment!.Select(attachment => attachment.Id)]);
        var rows = (await media.Own(owner.Member, [.. line.Attachment!.Where(attachment => ids.ContainsKey(attachment.Id)).Select(attachment => ids[attachment.Id])]))
            .Where(picture => picture.Place == MediaPlace.Album && picture.Holder == album).ToList();
        return rows.Count == 0 ? (null, "None of the album's pictures that this post tells of are here.") : (new([.. rows.Select(picture => picture.ToPicture())], album), null);
    }
}
