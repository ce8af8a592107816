using OrleansMixi.Live;
using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Timelines;

/// <summary>Makes pages: ids from the shard or the database, bodies from this host, filtered by what the viewer may see, refilled until full.</summary>
public sealed class TimelineReader(IGrainFactory grains, LogTail tail, PostStore posts, PostViews views, TopicNames names)
{
    /// <summary>The most items of a page.</summary>
    public const int MaxLimit = 100;

    /// <summary>The items of a page where nothing else is asked for.</summary>
    public const int DefaultLimit = 40;

    // A page whose posts are nearly all hidden must not read all of history in one request.
    private const int MaxRounds = 20;

    /// <summary>A page of the viewer's home timeline.</summary>
    public async Task<TimelineView> Home(Viewer viewer, string? before, int limit)
    {
        var token = PageToken.Read("before", before, tail.Shape.Epoch, tail.Shape.Queues);
        var shard = grains.GetGrain<ITimelineShardGrain>(tail.Shape.ShardOf(viewer.Member));
        var own = tail.Head(tail.Shape.QueueOf(viewer.Member));
        var shown = new List<Post>();
        var (vector, last, end) = (token?.Cursor.Vector, token?.Id ?? long.MaxValue, false);
        for (var round = 0; shown.Count < limit && !end && round < MaxRounds; round++)
        {
            var page = await shard.Page(new(viewer.Member, vector, last, limit, own));
            (vector, end) = (page.Vector, page.End);
            last = page.Ids.Length > 0 ? page.Ids[^1] : last;
            var found = await posts.Get(page.Ids);
            shown.AddRange(page.Ids.Where(found.ContainsKey).Select(id => found[id]).Where(post => Visibility.Shows(viewer, post.Header)));
        }

        if (shown.Count > limit)
        {
            shown.RemoveRange(limit, shown.Count - limit);
            (last, end) = (shown[^1].Id, false);
        }

        var cursor = new Cursor(tail.Shape.Epoch, vector!);
        return await View(shown, viewer, cursor, end ? null : new PageToken(cursor, 0, last).Encode(), home: true);
    }

    /// <summary>A page of a feed: one topic, or several together.</summary>
    public async Task<TimelineView> Feed(Viewer viewer, IReadOnlyCollection<Topic> topics, string? before, int limit)
    {
        var token = PageToken.Read("before", before, tail.Shape.Epoch, tail.Shape.Queues);
        var vector = token?.Cursor.Vector ?? tail.Heads;
        var place = token is null ? (long.MaxValue, long.MaxValue) : (token.Published, token.Id);
        var shown = new List<Post>();
        var end = false;
        for (var round = 0; shown.Count < limit && !end && round < MaxRounds; round++)
        {
            var page = await posts.Feed(topics, vector, place, limit);
            end = page.Count < limit;
            place = page.Count > 0 ? (page[^1].Published, page[^1].Id) : place;
            shown.AddRange(page.Where(post => Visibility.Shows(viewer, post.Header)));
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
