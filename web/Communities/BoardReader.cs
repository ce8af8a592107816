using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>Topics, events and polls of communities as a viewer may see them.</summary>
internal sealed class BoardReader(
    BoardStore boards, EventStore events, PollStore polls, PostStore posts, Sight sight, PostViews views, PersonaStore personas, People people, CommunityStore communities, TimeProvider time)
{
    private const int MaxGuests = 200;

    /// <summary>Topics, pinned ones first, then by last activity.</summary>
    public async Task<ListView<BoardTopicView>> Topics(Viewer viewer, CommunityProfile profile, int offset, int limit)
    {
        var rows = await boards.Of(profile.Number, PostForm.Topic, offset, limit + 1);
        var seen = await Seen(viewer, rows.Select(row => row.Post));
        return new(
            [.. rows.Take(limit).Where(row => seen.ContainsKey(row.Post)).Select(row => new BoardTopicView(seen[row.Post], row.Pinned == 1, DateTimeOffset.FromUnixTimeMilliseconds(PostId.UnixMs(row.Last))))],
            rows.Count > limit ? $"{offset + limit}" : null);
    }

    /// <summary>Events to come, next first, or past ones, last first.</summary>
    public async Task<ListView<EventView>> Events(Viewer viewer, IReadOnlyCollection<int> numbers, bool past, int offset, int limit)
    {
        var rows = await events.Of(numbers, past, offset, limit + 1);
        return new(await Views(viewer, rows.Take(limit)), rows.Count > limit ? $"{offset + limit}" : null);
    }

    /// <summary>One event with its participants.</summary>
    public async Task<EventView> Event(Viewer viewer, CommunityProfile profile, string id)
    {
        var row = PostId.TryParse(id, out var post) ? await events.Find(post) : null;
        var view = row?.Community == profile.Number ? (await Views(viewer, [row])).FirstOrDefault() : null;
        var guests = await events.Guests(post, MaxGuests);
        var known = await people.Of(guests);
        return view is null ? throw Errors.NotFound("event") : view with { Participants = [.. guests.Where(guest => known.ContainsKey(guest) && !viewer.Blocks.Contains(guest)).Select(guest => known[guest])] };
    }

    /// <summary>Polls, newest activity first.</summary>
    public async Task<ListView<CommunityPollView>> Polls(Viewer viewer, CommunityProfile profile, int offset, int limit)
    {
        var rows = await boards.Of(profile.Number, PostForm.Poll, offset, limit + 1);
        var seen = await Seen(viewer, rows.Select(row => row.Post));
        var list = new List<CommunityPollView>();
        foreach (var row in rows.Take(limit).Where(row => seen.ContainsKey(row.Post)))
        {
            if (await polls.Find(row.Post) is { } poll)
            {
                list.Add(await View(viewer, poll, seen[row.Post]));
            }
        }

        return new(list, rows.Count > limit ? $"{offset + limit}" : null);
    }

    /// <summary>One poll.</summary>
    public async Task<CommunityPollView> Poll(Viewer viewer, CommunityProfile profile, string id)
    {
        var poll = PostId.TryParse(id, out var post) ? await polls.Find(post) : null;
        return poll?.Community == profile.Number && (await Seen(viewer, [post])).GetValueOrDefault(post) is { } view
            ? await View(viewer, poll, view)
            : throw Errors.NotFound("poll");
    }

    /// <summary>Those of some posts that the viewer may see, as views.</summary>
    private async Task<IReadOnlyDictionary<long, PostView>> Seen(Viewer viewer, IEnumerable<long> ids)
    {
        var found = (await posts.Get([.. ids])).Values;
        return await views.Of(await sight.Shown(viewer, found));
    }

    private async Task<List<EventView>> Views(Viewer viewer, IEnumerable<EventRow> rows)
    {
        var list = rows.ToList();
        var seen = await Seen(viewer, list.Select(row => row.Post));
        var mine = await Mine(viewer, list);
        var now = time.GetUtcNow();
        return [.. list.Where(row => seen.ContainsKey(row.Post)).Select(row =>
        {
            var starts = DateTimeOffset.FromUnixTimeMilliseconds(row.Starts);
            return new EventView(
                seen[row.Post], starts, EventClock.Write(starts, row.Zone), row.Zone, row.Place, row.Places == 0 ? null : row.Places, row.Joined, row.Cancelled == 1, starts <= now, mine.Contains(row.Post));
        })];
    }

    private async Task<IReadOnlySet<long>> Mine(Viewer viewer, List<EventRow> rows)
    {
        var mine = new HashSet<long>();
        foreach (var community in viewer.Member == 0 ? [] : rows.GroupBy(row => row.Community))
        {
            mine.UnionWith(await events.Joined(await personas.Of(viewer.Member, community.Key), [.. community.Select(row => row.Post)]));
        }

        return mine;
    }

    private async Task<CommunityPollView> View(Viewer viewer, PollRow poll, PostView post)
    {
        var choice = viewer.Member == 0 ? 0 : await polls.Choice(poll.Post, await personas.Of(viewer.Member, poll.Community));
        var ends = DateTimeOffset.FromUnixTimeMilliseconds(poll.Ends);
        var over = ends <= time.GetUtcNow();
        var shown = over || choice != 0;
        var options = await polls.Options(poll.Post);
        return new(
            post, ends, over, choice == 0 ? null : choice,
            [.. options.Select(option => new PollOptionView(option.Number, option.Text, shown ? option.Votes : null))],
            shown ? options.Sum(option => option.Votes) : null);
    }

    /// <summary>The slug of the community that an event of a list is in.</summary>
    public ValueTask<string?> Slug(int community) => communities.Slug(community);
}
