using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Media;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Albums;

/// <summary>Changes albums on behalf of their owner, and keeps the posts that told of them true: their audience and pictures are the album's.</summary>
internal sealed class AlbumKeeper(
    AlbumStore albums, MediaStore media, MediaPlaces places, MediaKeeper keeper, MediaSweep sweep, PostStore posts, IGrainFactory grains, LogTail tail, IOptions<AlbumOptions> options)
{
    /// <summary>Makes an album.</summary>
    public async Task<AlbumRow> Make(int owner, AlbumDraft draft)
    {
        var (title, description) = Check(draft.Title ?? "", draft.Description ?? "");
        return await albums.Add(owner, title, description, Audience(draft) ?? Posts.Audience.Friends, options.Value.Albums)
            ?? throw Errors.Conflict($"You have {options.Value.Albums} albums (Mixi:Albums:Albums); remove one first.");
    }

    /// <summary>Changes an own album.</summary>
    public async Task Change(int owner, long id, AlbumDraft draft)
    {
        var row = await Own(owner, id);
        var before = (row.Title, row.Description, row.Audience);
        (row.Title, row.Description) = Check(draft.Title ?? row.Title, draft.Description ?? row.Description);
        row.Audience = Audience(draft) ?? row.Audience;
        row.Cover = draft.Cover is null ? row.Cover : draft.Cover.Length == 0 ? 0 : PostId.TryParse(draft.Cover, out var cover) ? cover : throw Errors.NotFound("picture");
        await albums.Change(row);
        if (row.Audience != before.Audience)
        {
            await Retell(owner, id, post => new PostEdit(null, row.Audience));
        }
    }

    /// <summary>Removes an own album with its pictures and the posts that told of it. Idempotent.</summary>
    public async Task Remove(int owner, long id)
    {
        foreach (var post in await albums.Announcements((await Own(owner, id)).Id))
        {
            await grains.GetGrain<IUserGrain>(owner).Delete(post);
            await tail.Settled(PostId.Queue(post));
        }

        await albums.Remove(owner, id);
        sweep.Ring();
    }

    /// <summary>Puts loose own pictures into an own album, and tells of them once in a while.</summary>
    public async Task Add(int owner, long id, IReadOnlyList<long> pictures)
    {
        var album = await Own(owner, id);
        if (pictures.Count is 0 || pictures.Count > options.Value.AtOnce || pictures.Distinct().Count() < pictures.Count)
        {
            throw Errors.Invalid("media", $"Give 1 to {options.Value.AtOnce} different pictures at once (Mixi:Albums:AtOnce).");
        }

        if (!await places.ToAlbum(owner, id, pictures, options.Value.Pictures))
        {
            throw Errors.Conflict($"Not all of these pictures are uploads of yours that belong to nothing yet, or the album would have more than {options.Value.Pictures} (Mixi:Albums:Pictures).");
        }

        await Tell(owner, album, pictures);
    }

    /// <summary>Removes a picture of an own album; posts that showed it show it no longer.</summary>
    public async Task Take(int owner, long id, long picture)
    {
        await Own(owner, id);
        if (await media.Find(picture) is not { Place: MediaPlace.Album } row || row.Holder != id)
        {
            throw Errors.NotFound("picture");
        }

        await keeper.Remove(owner, picture);
        await Retell(owner, id, post => post.Body.Media is { } shown && shown.Pictures.Any(one => one.Id == picture)
            ? new PostEdit(null, null, shown with { Pictures = [.. shown.Pictures.Where(one => one.Id != picture)] })
            : null);
    }

    /// <summary>Sets the order of an own album's pictures.</summary>
    public async Task Order(int owner, long id, IReadOnlyList<long> pictures)
    {
        await Own(owner, id);
        var present = (await media.OfAlbum(id)).Select(row => row.Id).ToList();
        await places.Order(owner, id, [.. pictures.Where(present.Contains).Distinct(), .. present.Except(pictures)]);
    }

    /// <summary>Moves a picture within an own album, by so many places.</summary>
    public async Task Move(int owner, long id, long picture, int by)
    {
        await Own(owner, id);
        var order = (await media.OfAlbum(id)).Select(row => row.Id).ToList();
        var place = order.IndexOf(picture);
        if (place < 0)
        {
            throw Errors.NotFound("picture");
        }

        order.RemoveAt(place);
        order.Insert(Math.Clamp(place + by, 0, order.Count), picture);
        await places.Order(owner, id, order);
    }

    /// <summary>An own album.</summary>
    public async Task<AlbumRow> Own(int owner, long id) =>
        await albums.Find(id) is { } row && row.Owner == owner ? row : throw Errors.NotFound("album");

    private async Task Tell(int owner, AlbumRow album, IReadOnlyList<long> pictures)
    {
        if (!await albums.MayAnnounce(album.Id, options.Value.AnnounceEvery))
        {
            return;
        }

        IReadOnlyList<long> shown = [.. pictures.Take(PostRules.MaxPictures(PostForm.Album))];
        var draft = new PostDraft(Topic.User(owner), PostForm.Album, album.Title, album.Description, album.Audience, null, null, Media: shown, Album: album.Id);
        var post = await grains.GetGrain<IUserGrain>(owner).Publish(draft);
        await albums.Announced(album.Id, post.Id);
        await tail.Reached(post.Id);
        if (await albums.Find(album.Id) is { } now && now.Audience != album.Audience)
        {
            // It was changed while the post was written, and did not find the post yet.
            await Retell(owner, album.Id, _ => new PostEdit(null, now.Audience));
        }
    }

    private async Task Retell(int owner, long id, Func<Post, PostEdit?> change)
    {
        foreach (var number in await albums.Announcements(id))
        {
            if (await posts.Find(number) is not { } post || change(post) is not { } edit)
            {
                continue;
            }

            await (edit.Media is { Pictures.Count: 0 }
                ? grains.GetGrain<IUserGrain>(owner).Delete(number)
                : grains.GetGrain<IUserGrain>(owner).Edit(number, edit));
            await tail.Settled(PostId.Queue(number));
        }
    }

    private static Audience? Audience(AlbumDraft draft) => PostWords.AudienceOf(draft.Audience) is var audience && audience != Posts.Audience.Members
        ? audience
        : throw Errors.Invalid("audience", "'members' is for posts in communities; an album has another audience.");

    private (string Title, string Description) Check(string title, string description)
    {
        PostRules.Text("title", title, options.Value.MaxTitle);
        PostRules.Text("description", description, options.Value.MaxDescription);
        return title.Trim().Length > 0 ? (title.Trim(), description.Trim()) : throw Errors.Invalid("title", "'title' is empty; give the album a name.");
    }
}
