using OrleansMixi.Live;
using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Notifications;

/// <summary>Writes what follows from entries of the log, and rings those who have something new. Doing it again changes nothing.</summary>
internal sealed class NotificationWriter(
    NotificationFinder finder, NotificationSight sight, NotificationSwitches switches, NotificationStore store, PostStore posts, NoticeBell bell, TimeProvider time)
{
    /// <summary>Writes; with <paramref name="again"/> everybody concerned is rung, because whoever wrote it before may not have come to that.</summary>
    public async Task Write(IReadOnlyList<Activity> entries, bool again)
    {
        List<NewNotification>? found = null;
        foreach (var entry in entries)
        {
            if (await finder.Of(entry) is { Count: > 0 } some)
            {
                (found ??= []).AddRange(some);
            }
        }

        if (found is not null)
        {
            await Write(found, again);
        }
    }

    /// <summary>Writes reactions to posts of a queue since a moment: one that is told of at once may have no entry in the log yet.</summary>
    public async Task WriteReactions(int queue, long sinceUnixMs)
    {
        var now = PostId.Compose(PostId.HeadAt(time.GetUtcNow().ToUnixTimeMilliseconds()), queue);
        foreach (var post in (await store.ReactedSince(sinceUnixMs)).Where(post => PostId.Queue(post) == queue))
        {
            await Write(await finder.Reacted(post, now), again: true);
        }
    }

    private async Task Write(IReadOnlyList<NewNotification> found, bool again)
    {
        var off = await switches.Off(found.Select(one => one.Member).Distinct());
        var wanted = new List<NewNotification>(found.Count);
        foreach (var one in found)
        {
            if ((off.GetValueOrDefault(one.Member) & one.Kind.Bit()) == 0 && await Reaches(one))
            {
                wanted.Add(one);
            }
        }

        if (wanted.Count == 0)
        {
            return;
        }

        var changed = await store.Add(wanted);
        foreach (var member in again ? wanted.Select(one => one.Member).Distinct() : changed)
        {
            bell.Ring(member, NoticeKind.Notification);
        }
    }

    private async ValueTask<bool> Reaches(NewNotification one)
    {
        if (one.Post == 0)
        {
            return await sight.Reaches(one.Member, one.Actor, null);
        }

        return await posts.Find(one.Post) is { } post && await sight.Reaches(one.Member, one.Actor, post);
    }
}
