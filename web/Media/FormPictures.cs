using Microsoft.Extensions.Options;
using OrleansMixi.Accounts;
using OrleansMixi.Log;

namespace OrleansMixi.Media;

/// <summary>
/// The pictures of a page's form: new ones in its parts <c>picture</c> and <c>alt</c>, those that stand already in
/// <c>media</c>, <c>alt-{id}</c> and <c>drop</c>. If what new ones were for is refused they are given up again.
/// </summary>
internal sealed class FormPictures(MediaKeeper keeper, MediaPlaces places, MediaStore media, MediaWords words, MediaSweep sweep, IOptions<MediaOptions> options)
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

    /// <summary>The pictures that stood already and that the form does not drop, described as it says.</summary>
    public async Task<IReadOnlyList<long>> Kept(int member, IFormCollection form)
    {
        var dropped = form["drop"].ToHashSet();
        var rows = await media.Own(member, [.. form["media"].Where(id => !dropped.Contains(id)).Select(id => PostId.TryParse(id, out var number) ? number : 0).Distinct()]);
        foreach (var row in rows)
        {
            if (form.TryGetValue($"alt-{PostId.Format(row.Id)}", out var alt) && alt.ToString().Trim() != row.Alt)
            {
                await words.Describe(member, row.Id, alt.ToString());
            }
        }

        return [.. rows.Select(row => row.Id)];
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
