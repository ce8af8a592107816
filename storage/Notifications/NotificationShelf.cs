using OrleansMixi.Communities;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Notifications;

/// <summary>A member's notifications as they may be shown now: what became invisible is neither shown nor counted.</summary>
public sealed class NotificationShelf(
    NotificationStore store, NotificationSwitches switches, NotificationSight sight, ViewerStore viewers, PostStore posts, AuthorStore authors, CommunityStore communities)
{
    /// <summary>Unread ones are counted up to this.</summary>
    public const int MaxCount = 100;

    // Notifications are read in portions of so many until a page is full.
    private const int Portion = 50;

    /// <summary>Notifications before a moment, newest first, and where the next page begins; 0 if there is none.</summary>
    public async Task<(IReadOnlyList<ShownNotification> Items, long Next)> Page(int member, long before, int limit)
    {
        var items = await Collect(member, before, limit + 1, unread: false);
        return items.Count > limit ? (items[..limit], items[limit - 1].Row.At) : (items, 0);
    }

    /// <summary>How many are unread, at most <see cref="MaxCount"/>.</summary>
    public async Task<int> Unread(int member) => (await Collect(member, long.MaxValue, MaxCount, unread: true)).Count;

    private async Task<List<ShownNotification>> Collect(int member, long before, int limit, bool unread)
    {
        var items = new List<ShownNotification>();
        long? off = null;
        while (true)
        {
            var rows = await store.Of(member, before, Portion, unread);
            if (rows.Count == 0)
            {
                return items;
            }

            var unwanted = off ??= await switches.Off(member);
            foreach (var shown in await Show(member, [.. rows.Where(row => (unwanted & row.Kind.Bit()) == 0)]))
            {
                items.Add(shown);
                if (items.Count == limit)
                {
                    return items;
                }
            }

            if (rows.Count < Portion)
            {
                return items;
            }

            before = rows[^1].At;
        }
    }

    private async Task<IReadOnlyList<ShownNotification>> Show(int member, IReadOnlyList<NotificationRow> rows)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var viewer = await viewers.Find(member);
        var acted = await store.Actors(member, rows[^1].At, rows[0].At);
        var all = rows.SelectMany(row => acted[(row.Kind, row.Subject)]).ToList();
        var written = await posts.Get([.. rows.Where(row => row.Kind.IsAboutPost()).Select(row => row.Subject).Concat(all.Select(actor => actor.Post)).Where(id => id != 0).Distinct()]);
        var seen = await Seen(viewer, written.Values);
        var people = await authors.Get(all.Select(actor => actor.Actor).Distinct());
        var standing = await store.Standing(
            [.. rows.Where(row => row.Kind == NotificationKind.Reaction).Select(row => row.Subject)],
            [.. all.Where(actor => actor.Kind == NotificationKind.Reaction).Select(actor => actor.Actor).Distinct()]);
        var places = rows.Any(row => row.Kind.IsAboutCommunity())
            ? (await communities.Get(rows.Where(row => row.Kind.IsAboutCommunity()).Select(row => Topic.Community((int)row.Subject)))).ToDictionary(place => (long)place.Number)
            : [];

        var shown = new List<ShownNotification>(rows.Count);
        foreach (var row in rows)
        {
            var actors = acted[(row.Kind, row.Subject)].Where(actor =>
                NotificationSight.Hears(viewer, people.GetValueOrDefault(actor.Actor))
                && (actor.Post == 0 || seen.ContainsKey(actor.Post))
                && (row.Kind != NotificationKind.Reaction || standing.Contains((row.Subject, actor.Actor)))).ToList();
            var post = row.Kind.IsAboutPost() ? seen.GetValueOrDefault(row.Subject) : null;
            var place = row.Kind.IsAboutCommunity() ? places.GetValueOrDefault(row.Subject) : null;
            if (actors.Count > 0 && (post is not null || !row.Kind.IsAboutPost()) && (place is not null || !row.Kind.IsAboutCommunity()))
            {
                shown.Add(new(row, actors.ConvertAll(actor => people[actor.Actor]), post, seen.GetValueOrDefault(actors[0].Post), place));
            }
        }

        return shown;
    }

    private async Task<Dictionary<long, Post>> Seen(Viewer viewer, IEnumerable<Post> all)
    {
        var seen = new Dictionary<long, Post>();
        foreach (var post in all)
        {
            if (await sight.Sees(viewer, post))
            {
                seen[post.Id] = post;
            }
        }

        return seen;
    }
}
