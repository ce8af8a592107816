using Microsoft.Extensions.Options;
using OrleansMixi.Media;

namespace OrleansMixi.Archive;

/// <summary>
/// Brings pictures and videos of an archive in, each once: it is known by the id that it had first. What a member may
/// upload an archive may bring, and what has no room is said with the file's name.
/// </summary>
internal sealed class ArchivePictures(MediaStore media, ArchiveSources sources, MediaKeeper keeper, IOptions<MediaOptions> options)
{
    /// <summary>The picture of a line, brought in unless it is here.</summary>
    public async Task<TakenPicture> Take(ArchiveOwner owner, AttachmentLine line)
    {
        if ((await sources.Find(owner.Member, SourceKind.Picture, [line.Id])).TryGetValue(line.Id, out var id) && await media.Find(id) is { } here && here.Owner == owner.Member)
        {
            return new(here);
        }

        if (owner.Folder is not { } folder || folder.Length(line.Url) is not { } length)
        {
            owner.Folder?.Tell(line.Url, "The archive does not hold this file.");
            return default;
        }

        folder.Stop.ThrowIfCancellationRequested();
        var (used, room) = (await media.Used(owner.Member), await keeper.Room(owner.Member));
        if (used + length > room)
        {
            var full = MediaLimits.Full(used, room, room == options.Value.PremiumBytes);
            folder.Tell(line.Url, full.Message);
            return new(null, Later: true);
        }

        return await Bring(owner, folder, line);
    }

    private async Task<TakenPicture> Bring(ArchiveOwner owner, ArchiveFolder folder, AttachmentLine line)
    {
        try
        {
            await using var file = await Spool(folder, line.Url);
            var row = await keeper.Keep(owner.Member, file, line.Name, folder.Stop, asIs: true);
            await sources.Keep(owner.Member, SourceKind.Picture, line.Id, row.Id);
            return new(row);
        }
        catch (MixiException refusal) when (refusal.RetryAfter == 0)
        {
            folder.Tell(line.Url, refusal.Message);
            return new(null, MediaLimits.MayEnd(refusal));
        }
    }

    /// <summary>A copy on the disk that goes with its handle: the archive is read forward only, a picture is looked at twice.</summary>
    private async Task<FileStream> Spool(ArchiveFolder folder, string name)
    {
        var most = Math.Max(options.Value.MaxPictureBytes, options.Value.MaxVideoBytes);
        var copy = new FileStream(
            Path.Combine(Path.GetTempPath(), $"mixi-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await using var file = folder.Open(name);
            var buffer = new byte[1 << 16];
            int count;
            while ((count = await file.ReadAsync(buffer, folder.Stop)) > 0)
            {
                await copy.WriteAsync(buffer.AsMemory(0, count), folder.Stop);
                if (copy.Length > most)
                {
                    throw MediaLimits.TooLarge(copy.Length, most, video: true);
                }
            }

            copy.Position = 0;
            return copy;
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }
}
