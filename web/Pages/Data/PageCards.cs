using System.Globalization;
using OrleansMixi.Posts;
using OrleansMixi.Reactions;
using OrleansMixi.Timelines;

namespace OrleansMixi.Pages.Data;

/// <summary>Completes items for pages: how the reader reacted, what shares and quotes show, and what a comment is written under.</summary>
internal sealed class PageCards(ReactionStore reactions, PostStore posts, Sight sight, PostViews views)
{
    /// <summary>The items of a view, completed. What is written in the topic <paramref name="here"/> stands under its post already.</summary>
    public async Task<TimelineView> Complete(Viewer viewer, TimelineView view, string? here = null) => view with { Items = await Complete(viewer, view.Items, here) };

    /// <summary>Some items, completed, in order.</summary>
    public async Task<IReadOnlyList<TimelineItem>> Complete(Viewer viewer, IReadOnlyList<TimelineItem> items, string? here = null)
    {
        var stories = await Stories(viewer, items, here);
        var own = viewer.Member == 0 || items.Count == 0 ? null : await reactions.Own(viewer.Member, [.. items.Select(item => Id(item.Post.Id))]);
        return [.. items.Select(item => item with
        {
            Own = own?[Id(item.Post.Id)].ToHashSet() ?? [],
            Story = Inside(item.Post, here) is { } story ? stories.GetValueOrDefault(Id(story)) : null,
        })];
    }

    private async Task<IReadOnlyDictionary<long, PostView>> Stories(Viewer viewer, IReadOnlyList<TimelineItem> items, string? here)
    {
        var ids = items.Select(item => Inside(item.Post, here)).OfType<string>().Select(Id).Distinct().ToList();
        if (ids.Count == 0)
        {
            return System.Collections.Frozen.FrozenDictionary<long, PostView>.Empty;
        }

        var found = await posts.Get(ids);
        return await views.Of(await sight.Shown(viewer, found.Values));
    }

    /// <summary>The other post that a card shows.</summary>
    private static string? Inside(PostView post, string? here) =>
        post.Story ?? (post.ReplyTo is not null && post.Topic != here ? post.Topic[(post.Topic.IndexOf(':') + 1)..] : null);

    private static long Id(string id) => long.Parse(id, CultureInfo.InvariantCulture);
}
