using Microsoft.Extensions.Options;
using OrleansMixi.Albums;
using OrleansMixi.Media;
using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>Albums with their pictures. What was taken away here does not come back; a picture that found no room comes with a later import.</summary>
internal sealed class AlbumsPart(
    AlbumStore albums, MediaStore media, OwnAlbums own, OwnMedia ownMedia, OwnGroups groups, ArchiveSources sources, ArchivePictures pictures, IOptions<AlbumOptions> options, TimeProvider time)
    : ArchivePart<AlbumLine>("albums")
{
    protected override async IAsyncEnumerable<AlbumLine> Lines(ArchiveOwner owner)
    {
        var rows = await albums.Of(owner.Member);
        var names = await sources.Of(owner.Member, SourceKind.Album, [.. rows.Select(row => row.Id)]);
        foreach (var row in rows.OrderBy(row => row.Created))
        {
            var held = await media.OfAlbum(row.Id);
            var ids = await sources.Of(owner.Member, SourceKind.Picture, [.. held.Select(picture => picture.Id)]);
            yield return new(
                "Collection", names[row.Id], ArchiveTime.Text(row.Created), ArchiveWords.Of(row.Audience), row.Title, row.Description, ids.GetValueOrDefault(row.Cover),
                held.Count == 0 ? null : [.. held.Select(picture => AttachmentLines.Of(picture, ids[picture.Id]) with { Published = ArchiveTime.Text(picture.Created) })]);
        }
    }

    protected override string Key(AlbumLine line) => $"{ArchiveTime.Key(ArchiveTime.Read("published", line.Published))}|{ArchiveSource.Key(line.Id)}";

    protected override void Check(AlbumLine line)
    {
        ArchiveSource.Check("id", line.Id);
        ArchiveTime.Check("published", ArchiveTime.Read("published", line.Published), time);
        PostRules.Text("name", line.Name, options.Value.MaxTitle);
        PostRules.Text("summary", line.Summary, options.Value.MaxDescription);
        AttachmentLines.Check(line.Attachment, options.Value.Pictures);
        foreach (var attachment in line.Attachment ?? [])
        {
            ArchiveTime.Check("published", ArchiveTime.Read("published", attachment.Published ?? line.Published), time);
        }

        if (line.Name.Trim().Length == 0 || ArchiveWords.Audience(line.Audience) is Audience.Members or Audience.Removed)
        {
            throw Errors.Invalid("name", "An album has a name and an audience outside communities.");
        }
    }

    protected override async Task<IReadOnlyList<LineOutcome>> Take(ArchiveOwner owner, IReadOnlyList<AlbumLine> lines)
    {
        var outcomes = new LineOutcome[lines.Count];
        var groupsHere = await groups.Of(owner.Member);
        for (var i = 0; i < lines.Count; i++)
        {
            outcomes[i] = await Take(owner, lines[i], GroupsPart.Here(owner, groupsHere, ArchiveWords.Audience(lines[i].Audience)));
        }

        return outcomes;
    }

    private async Task<LineOutcome> Take(ArchiveOwner owner, AlbumLine line, Audience audience)
    {
        var known = await sources.Find(owner.Member, SourceKind.Album, [line.Id]);
        var row = known.TryGetValue(line.Id, out var id) ? await albums.Find(id) : null;
        var fresh = known.Count == 0;
        if (fresh)
        {
            var wanted = new AlbumRow { Owner = owner.Member, Title = line.Name, Description = line.Summary, Audience = audience, Created = ArchiveTime.Read("published", line.Published) };
            row = await own.Make(wanted, line.Id, options.Value.Albums);
            if (row is null)
            {
                return LineOutcome.Refused($"There are {options.Value.Albums} albums already (Mixi:Albums:Albums).");
            }
        }

        var added = row is not null && await Fill(owner, line, row.Id);
        return new(fresh || added ? LineResult.Added : LineResult.Present);
    }

    private async Task<bool> Fill(ArchiveOwner owner, AlbumLine line, long album)
    {
        var wanted = line.Attachment ?? [];
        var known = await sources.Find(owner.Member, SourceKind.Picture, [.. wanted.Select(attachment => attachment.Id)]);
        var added = false;
        foreach (var (place, attachment) in wanted.Index())
        {
            if (known.TryGetValue(attachment.Id, out var id) && await media.Find(id) is not { Place: MediaPlace.Loose })
            {
                continue;
            }

            if ((await pictures.Take(owner, attachment)).Row is { } row)
            {
                row.Position = place;
                row.Created = ArchiveTime.Read("published", attachment.Published ?? line.Published);
                added |= await ownMedia.ToAlbum(owner.Member, album, row, options.Value.Pictures);
            }

            if (attachment.Id == line.Cover && (await sources.Find(owner.Member, SourceKind.Picture, [attachment.Id])).TryGetValue(attachment.Id, out var cover))
            {
                await own.Cover(owner.Member, album, cover);
            }
        }

        return added;
    }
}
