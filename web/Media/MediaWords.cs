using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Media;

/// <summary>Descriptions for who can't see pictures; a post that shows the picture is edited along, so that live readers hear of it.</summary>
internal sealed class MediaWords(MediaStore media, PostStore posts, IGrainFactory grains, LogTail tail, Microsoft.Extensions.Options.IOptions<MediaOptions> options)
{
    /// <summary>Describes an own picture.</summary>
    public async Task<MediaRow> Describe(int member, long id, string alt)
    {
        alt = alt.Trim();
        PostRules.Text("alt", alt, options.Value.MaxAlt);
        await media.Describe(member, id, alt);
        var row = await media.Find(id) ?? throw Errors.NotFound("picture");
        if (row.Place == MediaPlace.Post && row.Holder != 0 && await posts.Find(row.Holder) is { Body.Media: { } shown } post)
        {
            var changed = shown with { Pictures = [.. shown.Pictures.Select(picture => picture.Id == id ? picture with { Alt = alt } : picture)] };
            await grains.GetGrain<IUserGrain>(member).Edit(post.Id, new(null, null, changed));
            await tail.Settled(PostId.Queue(post.Id));
        }

        return row;
    }
}
