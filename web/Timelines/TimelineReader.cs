using OrleansMixi.Live;
using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Timelines;

/// <summary>Makes pages as views: home timelines, and feeds out of the database, filtered by what the viewer may see and refilled until full.</summary>
internal sealed class TimelineReader(HomeReader home, LogTail tail, PostStore posts, Sight sight, PostViews views, TopicNames names)
{
    /// <summary>The most items of a page.</summary>
    public const int MaxLimit = 100;

    /// <summary>The items of a page where nothing else is asked for.</summary>
    public const int DefaultLimit = 40;

    // A page whose posts are nearly all hidden must not read all of history in one request.
    private const int MaxRounds = 20;

    /// <summary>A page of the viewer's home timeline.</summary>
    public async Task<TimelineView> Home(Viewer viewer, string? before, int limit) => await Home(await home.Read(viewer, before, limit));

    /// <summary>A page of a home timeline that was read already.</summary>
    public Task<TimelineView> Home(HomePage page) =>
        View([.. page.Items.Select(item => item.Post)], page.Viewer, page.Cursor, page.Next?.Encode(), home: true);

    /// <summary>A page of a feed: one topic, or several together.</summary>
    public async Task<TimelineView> Feed(Viewer viewer, IReadOnlyCollection<Topic> topics, string? before, int limit, PostForm? form = null)
    {
        var token = PageToken.Read("before", before, tail.Shape.Epoch, tail.Shape.Queues);
        var vector = token?.Cursor.Vector ?? tail.Heads;
        var place = token is null ? (long.MaxValue, long.MaxValue) : (token.Published, token.Id);
        var shown = new List<Post>();
        var end = false;
        for (var round = 0; shown.Count < limit && !end && round < MaxRounds; round++)
        {
            var page = await posts.Feed(topics, vector, place, limit, form);
            end = page.Count < limit;
            place = page.Count > 0 ? (page[^1].Published, page[^1].Id) : place;

            // A friendship is news for those around the two, not a part of what they wrote.
            shown.AddRange(await sight.Shown(viewer, page.Where(post => post.Header.Friend == 0)));
        }

        if (shown.Count > limit)
        {
            shown.RemoveRange(limit, shown.Count - limit);
            (place, end) = ((shown[^1].Published, shown[^1].Id), false);
        }

        var cursor = new Cursor(tail.Shape.Epoch, vector);
        return await View(shown, viewer, cursor, end ? null : new PageToken(cursor, place.Item1, place.Item2).Encode(), home: false);
    }

    private async Task<TimelineView> View(List<Post> shown, Viewer viewer, Cursor cursor, string? next, bool home)
    {
        var made = await views.Of(shown);
        var items = new List<TimelineItem>(shown.Count);
        foreach (var post in shown)
        {
            if (made.TryGetValue(post.Id, out var view))
            {
                items.Add(new(view, home ? await Reasons(viewer, post, view) : [view.Topic]));
            }
        }

        return new(items, next, cursor.Encode());
    }

    private async ValueTask<IReadOnlyList<string>> Reasons(Viewer viewer, Post post, PostView view)
    {
        var reasons = new List<string>();
        foreach (var topic in Visibility.Reasons(viewer, post.Header))
        {
            reasons.Add((await names.Find(topic))?.ToString() ?? view.Topic);
        }

        return reasons.Count > 0 ? reasons : [view.Topic];
    }
}
