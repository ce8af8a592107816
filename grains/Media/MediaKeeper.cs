using Microsoft.Extensions.Options;
using OrleansMixi.Plans;
using OrleansMixi.Posts;

namespace OrleansMixi.Media;

/// <summary>
/// Takes in what members upload: checked by content, drawn anew, within the member's room. The room is taken before the
/// files are written, so that of many uploads at once none goes over it; what fails leaves nothing.
/// </summary>
internal sealed class MediaKeeper(
    MediaStore media, MediaPlaces places, IBlobStore blobs, PictureMaker pictures, Entitlements entitlements, MediaSweep sweep, IOptions<MediaOptions> options)
{
    /// <summary>Bytes that a member may keep.</summary>
    public async ValueTask<long> Room(int member) => await entitlements.HasPremium(member) ? options.Value.PremiumBytes : options.Value.FreeBytes;

    /// <summary>Keeps a file that can be sought in; the answer belongs to nothing yet. With <paramref name="asIs"/> a picture that needs no drawing keeps its bytes.</summary>
    public async Task<MediaRow> Keep(int member, Stream content, string? alt, CancellationToken cancellationToken, bool asIs = false)
    {
        var limits = options.Value;
        PostRules.Text("alt", alt, limits.MaxAlt);
        var premium = await entitlements.HasPremium(member);
        var room = premium ? limits.PremiumBytes : limits.FreeBytes;
        var format = await Format(content, cancellationToken);
        if (format.IsVideo() && !premium)
        {
            throw Errors.Forbidden("Videos are for members with Premium; pictures (JPEG, PNG, WebP, GIF) are for everybody.");
        }

        var most = format.IsVideo() ? limits.MaxVideoBytes : limits.MaxPictureBytes;
        if (content.Length > most)
        {
            throw MediaLimits.TooLarge(content.Length, most, format.IsVideo());
        }

        // Before the work of drawing: whoever has no room is told so at once.
        if (await media.Used(member) is var used && used >= room)
        {
            throw MediaLimits.Full(used, room, premium);
        }

        return format.IsVideo()
            ? await KeepVideo(member, content, format, alt, room, cancellationToken)
            : await KeepPicture(member, content, format, alt, room, premium, asIs, cancellationToken);
    }

    /// <summary>Gives up a loose picture or one of an album; its files and room follow at once.</summary>
    public async Task Remove(int member, long id)
    {
        if (!await places.GiveUp(member, id))
        {
            throw Errors.Conflict("Only pictures that belong to nothing, or to an album, are removed by themselves; delete the post or change your profile picture.");
        }

        await sweep.Sweep(CancellationToken.None);
    }

    private async Task<MediaRow> KeepPicture(int member, Stream content, MediaFormat format, string? alt, long room, bool premium, bool asIs, CancellationToken cancellationToken)
    {
        var made = await pictures.Make(content, format, asIs, cancellationToken);
        var wanted = new MediaRow
        {
            Owner = member, Type = made.Type, Length = made.Full.Length, SmallLength = made.Small.Length, Width = made.Width, Height = made.Height, Alt = alt?.Trim() ?? "",
        };
        var row = await media.Add(wanted, room) ?? throw MediaLimits.Full(await media.Used(member), room, premium);
        await Put(row, new MemoryStream(made.Full), new MemoryStream(made.Small), cancellationToken);
        return row;
    }

    private async Task<MediaRow> KeepVideo(int member, Stream content, MediaFormat format, string? alt, long room, CancellationToken cancellationToken)
    {
        // A copy of our own, because it is blanked in place; it goes with its handle.
        await using var copy = new FileStream(
            Path.Combine(Path.GetTempPath(), $"mixi-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        content.Position = 0;
        await content.CopyToAsync(copy, cancellationToken);
        var facts = VideoCheck.Read(copy, format);
        var wanted = new MediaRow { Owner = member, Type = facts.Type, Length = copy.Length, Width = facts.Width, Height = facts.Height, Alt = alt?.Trim() ?? "" };
        var row = await media.Add(wanted, room) ?? throw MediaLimits.Full(await media.Used(member), room, premium: true);
        copy.Position = 0;
        await Put(row, copy, null, cancellationToken);
        return row;
    }

    private async Task Put(MediaRow row, Stream full, Stream? small, CancellationToken cancellationToken)
    {
        try
        {
            await blobs.Put(row.Key, full, cancellationToken);
            if (small is not null)
            {
                await blobs.Put(row.SmallKey, small, cancellationToken);
            }
        }
        catch
        {
            await places.GiveUp(row.Owner, row.Id);
            sweep.Ring();
            throw;
        }
    }

    private static async Task<MediaFormat> Format(Stream content, CancellationToken cancellationToken)
    {
        var head = new byte[MediaFormats.Head];
        content.Position = 0;
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        content.Position = 0;
        var format = MediaFormats.Of(head.AsSpan(0, read));
        return format != MediaFormat.Unknown
            ? format
            : throw Errors.Invalid("file", read == 0 ? "The file is empty." : "The file is neither JPEG, PNG, WebP, GIF, MP4 nor WebM; its name and its declared type do not count.");
    }
}
