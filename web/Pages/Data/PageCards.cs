using System.Globalization;
using OrleansMixi.Posts;
using OrleansMixi.Reactions;
using OrleansMixi.Timelines;

namespace OrleansMixi.Pages.Data;

/// <summary>Completes items for pages: how the reader reacted, and what shares and quotes show.</summary>
internal sealed class PageCards(ReactionStore reactions, PostStore posts, Sight sight, PostViews views)
{
    /// <summary>The items of a view, completed.</summary>
    public async Task<TimelineView> Complete(Viewer viewer, TimelineView view) => view with { Items = await Complete(viewer, view.Items) };

    /// <summary>Some items, completed, in order.</summary>
    public async Task<IReadOnlyList<TimelineItem>> Complete(Viewer viewer, IReadOnlyList<TimelineItem> items)
    {
        var stories = await Stories(viewer, items);
        var own = viewer.Member == 0 || items.Count == 0 ? null : await reactions.Own(viewer.Member, [.. items.Select(item => Id(item.Post.Id))]);
        return [.. items.Select(item => item with
        {
            Own = own?[Id(item.Post.Id)].ToHashSet() ?? [],
            Story = item.Post.Story is { } story ? stories.GetValueOrDefault(Id(story)) : null,
        })];
    }

    private async Task<IReadOnlyDictionary<long, PostView>> Stories(Viewer viewer, IReadOnlyList<TimelineItem> items)
    {
        var ids = items.Where(item => item.Post.Story is not null).Select(item => Id(item.Post.Story!)).Distinct().ToList();
        if (ids.Count == 0)
        {
            return System.Collections.Frozen.FrozenDictionary<long, PostView>.Empty;
        }

        var found = await posts.Get(ids);
        return await views.Of(await sight.Shown(viewer, found.Values));
    }

    private static long Id(string id) => long.Parse(id, CultureInfo.InvariantCulture);
}
