using OrleansMixi.Live;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Timelines;

namespace OrleansMixi.Circles;

/// <summary>Makes pages of the home timeline as far as the friends of a group wrote it.</summary>
internal sealed class GroupReader(AuthorHistory history, FriendGroupStore groups, PageItems items, Sight sight, LogTail tail)
{
    // A page whose posts are nearly all hidden must not read all of history in one request.
    private const int MaxRounds = 20;

    /// <summary>A page; refuses a group that the viewer does not have.</summary>
    public async Task<HomePage> Read(Viewer viewer, int group, string? before, int limit)
    {
        var friends = (await groups.Find(viewer.Member, group) ?? throw Errors.NotFound("friend group")).Friends;
        var token = PageToken.Read("before", before, tail.Shape.Epoch, tail.Shape.Queues);
        var cursor = token?.Cursor ?? new Cursor(tail.Shape.Epoch, tail.Heads);
        var shown = new List<PageItem>(limit);
        var (last, end) = (token?.Id ?? long.MaxValue, friends.Count == 0);
        for (var round = 0; shown.Count < limit && !end && round < MaxRounds; round++)
        {
            var ids = await history.Ids(friends, cursor.Vector, last, limit);
            end = ids.Length < limit;
            foreach (var item in await Items(ids))
            {
                if (shown.Count == limit)
                {
                    end = false;
                    break;
                }

                last = item.Post.Id;
                if (await Shows(viewer, item.Post))
                {
                    shown.Add(item);
                }
            }

            last = shown.Count == limit || ids.Length == 0 ? last : ids[^1];
        }

        return new(viewer, shown, cursor, end ? null : new(cursor, 0, last));
    }

    private async Task<List<PageItem>> Items(long[] ids)
    {
        var loaded = await items.Load([.. ids.Where(id => !items.TryGet(id, out _))]);
        return [.. ids.Select(id => loaded.GetValueOrDefault(id) ?? (items.TryGet(id, out var known) ? known : null)).OfType<PageItem>()];
    }

    /// <summary>What the group's friends wrote where the viewer does not follow is not in the home timeline.</summary>
    private async ValueTask<bool> Shows(Viewer viewer, Post post) =>
        post.Header.Friend == 0 && Visibility.Reasons(viewer, post.Header).Count > 0 && await sight.Shows(viewer, post, home: true);
}
