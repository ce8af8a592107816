using OrleansMixi.Live;
using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Timelines;

/// <summary>Makes pages of home timelines: ids from the shard, items from this host, filtered by what the viewer may see, refilled until full.</summary>
internal sealed class HomeReader(IGrainFactory grains, LogTail tail, PageItems items, Sight sight)
{
    // A page whose posts are nearly all hidden must not read all of history in one request.
    private const int MaxRounds = 20;

    // Asking the factory for a reference looks at the interface's attributes each time.
    private readonly ITimelineShardGrain?[] _shards = new ITimelineShardGrain?[tail.Shape.Shards];

    /// <summary>A page of the viewer's home timeline.</summary>
    public async Task<HomePage> Read(Viewer viewer, string? before, int limit)
    {
        var token = PageToken.Read("before", before, tail.Shape.Epoch, tail.Shape.Queues);
        var number = tail.Shape.ShardOf(viewer.Member);
        var shard = _shards[number] ??= grains.GetGrain<ITimelineShardGrain>(number);
        var own = tail.Head(tail.Shape.QueueOf(viewer.Member));
        var shown = new List<PageItem>(limit);
        var (vector, last, end) = (token?.Cursor.Vector, token?.Id ?? long.MaxValue, false);
        for (var round = 0; shown.Count < limit && !end && round < MaxRounds; round++)
        {
            var page = await shard.Page(new(viewer.Member, vector, last, limit, own));
            (vector, end) = (page.Vector, page.End);
            last = page.Ids.Length > 0 ? page.Ids[^1] : last;
            await Add(viewer, page.Ids, shown);
        }

        if (shown.Count > limit)
        {
            shown.RemoveRange(limit, shown.Count - limit);
            (last, end) = (shown[^1].Post.Id, false);
        }

        var cursor = new Cursor(tail.Shape.Epoch, vector!);
        return new(viewer, shown, cursor, end ? null : new(cursor, 0, last));
    }

    private ValueTask Add(Viewer viewer, long[] ids, List<PageItem> shown)
    {
        var before = shown.Count;
        foreach (var id in ids)
        {
            if (!items.TryGet(id, out var item) || !Visibility.IsPlain(item.Post.Header))
            {
                shown.RemoveRange(before, shown.Count - before);
                return Load(viewer, ids, shown);
            }

            Add(viewer, item, shown);
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask Load(Viewer viewer, long[] ids, List<PageItem> shown)
    {
        var loaded = await items.Load([.. ids.Where(id => !items.TryGet(id, out _))]);
        foreach (var id in ids)
        {
            if (loaded.TryGetValue(id, out var item) || items.TryGet(id, out item))
            {
                var exposure = await sight.Of(item.Post.Header);
                if (Visibility.CanSee(viewer, item.Post.Header, exposure) && Visibility.Against(viewer, item.Post, exposure) == HomeRule.None)
                {
                    shown.Add(item);
                }
            }
        }
    }

    private static void Add(Viewer viewer, PageItem item, List<PageItem> shown)
    {
        if (Visibility.CanSee(viewer, item.Post.Header) && Visibility.Against(viewer, item.Post) == HomeRule.None)
        {
            shown.Add(item);
        }
    }
}
