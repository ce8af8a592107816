using Microsoft.Extensions.Options;
using OrleansMixi.Accounts;

namespace OrleansMixi.Media;

/// <summary>Takes the pictures of a page's form in, in its parts <c>picture</c> and <c>alt</c>; if what they were for is refused they are given up again.</summary>
internal sealed class FormPictures(MediaKeeper keeper, MediaPlaces places, MediaSweep sweep, IOptions<MediaOptions> options)
{
    /// <summary>Lets the form of a signed-in member be as large as several pictures are.</summary>
    public HttpContext Widen(HttpContext http)
    {
        if (http.User.Member() != 0)
        {
            UploadBody.Widen(http, options.Value.MaxFormBytes);
        }

        return http;
    }

    /// <summary>Keeps the form's pictures and does something with their ids; null if the form has none.</summary>
    public async Task<T> With<T>(int member, IFormCollection form, Func<IReadOnlyList<long>?, Task<T>> use)
    {
        var kept = new List<long>();
        try
        {
            foreach (var (place, file) in form.Files.GetFiles("picture").Where(file => file.Length > 0).Index())
            {
                await using var stream = file.OpenReadStream();
                kept.Add((await keeper.Keep(member, stream, form["alt"].ElementAtOrDefault(place), CancellationToken.None)).Id);
            }

            return await use(kept.Count > 0 ? kept : null);
        }
        catch
        {
            foreach (var id in kept)
            {
                // Only what is still loose; what a post has taken stays with it.
                await places.GiveUpLoose(member, id);
            }

            sweep.Ring();
            throw;
        }
    }
}
