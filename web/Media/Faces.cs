using Microsoft.Extensions.Options;
using OrleansMixi.Accounts;
using OrleansMixi.Hosting;
using OrleansMixi.Members;
using OrleansMixi.Pages.Shell;

namespace OrleansMixi.Media;

/// <summary>Profile pictures under the address of the one made from the handle, so that every place that shows a face shows the chosen one.</summary>
internal sealed class Faces(AuthorStore authors, MediaStore media, IBlobStore blobs, IOptions<TownOptions> town) : IFaces
{
    public async ValueTask<IResult?> Find(HttpContext http, string handle)
    {
        var open = town.Value.PublicReading;
        if ((!open && http.User.Member() == 0)
            || await authors.Find(handle) is not { Suspended: false, Picture: not 0 } author
            || await media.Find(author.Picture) is not { Place: MediaPlace.Profile } row)
        {
            return null;
        }

        return MediaFiles.File(http, blobs, row, small: true, open ? AvatarApi.Cache : AvatarApi.Cache.Replace("public", "private", StringComparison.Ordinal));
    }
}
