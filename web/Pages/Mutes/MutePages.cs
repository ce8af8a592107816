using System.Globalization;
using OrleansMixi.Members;
using OrleansMixi.Mutes;
using OrleansMixi.Posts;

namespace OrleansMixi.Pages.Mutes;

/// <summary>What the page of the mutes reads.</summary>
internal sealed class MutePages(MuteStore store, MuteWords words, MutePreviews previews, PostStore posts, PostViews views, ViewerStore viewers, Sight sight, TimeProvider time) : IMutePages
{
    public async Task<IReadOnlyList<MuteRow>> Of(int member)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var viewer = await viewers.Find(member);
        var rows = new List<MuteRow>();
        foreach (var rule in (await store.Of(member)).Where(rule => rule.Until == 0 || rule.Until > now))
        {
            rows.Add(new(await words.View(rule), rule.Kind == MuteKind.Post ? await Post(viewer, long.Parse(rule.Value, CultureInfo.InvariantCulture)) : null));
        }

        return rows;
    }

    public async Task<MutePreview> Preview(int member, MuteRequest request) => await previews.Of(member, await words.Rule(member, request));

    private async Task<PostView?> Post(Viewer viewer, long id) =>
        await posts.Find(id) is { } post && await sight.CanSee(viewer, post) ? await views.Of(post) : null;
}
