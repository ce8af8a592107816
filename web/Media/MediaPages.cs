using Microsoft.Extensions.Options;
using OrleansMixi.Members;
using OrleansMixi.Plans;

namespace OrleansMixi.Media;

/// <summary>What the page of one's own picture reads.</summary>
internal sealed class MediaPages(MediaStore media, AuthorStore authors, Entitlements entitlements, IOptions<MediaOptions> options)
{
    /// <summary>A member's own picture and room.</summary>
    public async Task<OwnPicture> Own(int member)
    {
        var room = await entitlements.HasPremium(member) ? options.Value.PremiumBytes : options.Value.FreeBytes;
        var picture = (await authors.Find(member))?.Picture ?? 0;
        return new(picture == 0 ? null : MediaUrl.Small(picture), await media.Used(member), room);
    }
}
