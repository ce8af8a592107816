using System.Globalization;
using Microsoft.Extensions.Options;
using OrleansMixi.Hosting;
using OrleansMixi.Members;
using OrleansMixi.Pages.Data;
using OrleansMixi.Posts;
using OrleansMixi.Timelines;

namespace OrleansMixi.Communities;

/// <summary>What the pages of communities read, from the same parts as the API.</summary>
internal sealed class CommunityPages(
    ViewerStore viewers, CommunityReader reader, CommunityRoll roll, BoardReader boards, TimelineReader timelines, PageCards cards, IOptions<TownOptions> town) : ICommunityPages
{
    private const int Part = 20;

    public async Task<CommunityShelf> Shelf(int viewer, CommunityQuery query)
    {
        var seen = await viewers.Find(viewer);
        var text = query.Text?.Trim() is { Length: > 0 and <= 100 } words ? words : null;
        var category = CommunityCategory.All.Contains(query.Category) ? query.Category : null;
        var sort = Enum.GetValues<CommunitySort>().FirstOrDefault(sort => CommunityWords.Word(sort) == query.Sort, CommunitySort.Newest);
        return new(
            viewer == 0 ? [] : await reader.Mine(seen),
            viewer == 0 ? [] : await reader.Invitations(seen),
            MayRead(viewer) ? await reader.Find(seen, new(text, category, sort, query.Offset, Part)) : new([], null));
    }

    public Task<CommunityView?> Head(int viewer, string slug) => Try<CommunityView>(viewer, async seen => await reader.Head(seen, await reader.Known(seen, slug)));

    public async Task<IReadOnlyList<string>> Rights(int viewer, string slug) =>
        await Try<IReadOnlyList<string>>(viewer, async seen => CommunityWords.Of(await reader.Rights(seen, await reader.Known(seen, slug)))) ?? [];

    public Task<TimelineView?> Feed(int viewer, string slug, string? before, int limit) =>
        Try<TimelineView>(viewer, async seen =>
            await cards.Complete(seen, await timelines.Feed(seen, [Topic.Community((await reader.Readable(seen, slug)).Number)], before, limit)));

    public Task<ListView<BoardTopicView>?> Topics(int viewer, string slug, int offset) =>
        Try<ListView<BoardTopicView>>(viewer, async seen => await boards.Topics(seen, await reader.Readable(seen, slug), offset, Part));

    public Task<ListView<EventView>?> Events(int viewer, string slug, bool past, int offset) =>
        Try<ListView<EventView>>(viewer, async seen => await boards.Events(seen, [(await reader.Readable(seen, slug)).Number], past, offset, Part));

    public Task<EventView?> Event(int viewer, string slug, string id) =>
        Try<EventView>(viewer, async seen => await boards.Event(seen, await reader.Readable(seen, slug), id));

    public async Task<ListView<EventView>> Calendar(int viewer, int offset)
    {
        var seen = await viewers.Find(viewer);
        return await boards.Events(seen, [.. seen.Communities.Select(topic => Topic.Of(topic).Number)], past: false, offset, Part);
    }

    public Task<ListView<CommunityPollView>?> Polls(int viewer, string slug, int offset) =>
        Try<ListView<CommunityPollView>>(viewer, async seen => await boards.Polls(seen, await reader.Readable(seen, slug), offset, Part));

    public Task<CommunityPollView?> Poll(int viewer, string slug, string id) =>
        Try<CommunityPollView>(viewer, async seen => await boards.Poll(seen, await reader.Readable(seen, slug), id));

    public Task<ListView<MemberInView>?> Members(int viewer, string slug, int offset) =>
        Try<ListView<MemberInView>>(viewer, async seen => await roll.Members(seen, await reader.Readable(seen, slug), offset, Part));

    public async Task<IReadOnlyList<MemberInView>> Staff(int viewer, string slug) =>
        await Try<IReadOnlyList<MemberInView>>(viewer, async seen => await roll.Staff(seen, await reader.Known(seen, slug))) ?? [];

    public async Task<IReadOnlyList<AuthorView>> Waiting(int viewer, string slug) =>
        await Try<IReadOnlyList<AuthorView>>(viewer, async seen => await roll.Waiting(seen, await reader.Known(seen, slug))) ?? [];

    public Task<IReadOnlyList<BarView>?> Bars(int viewer, string slug) =>
        Try<IReadOnlyList<BarView>>(viewer, async seen => await roll.Bars(seen, await reader.Known(seen, slug), 0, CommunityReader.MaxLimit));

    public Task<ListView<DeedView>?> Deeds(int viewer, string slug, string? before) =>
        Try<ListView<DeedView>>(viewer, async seen => await roll.Deeds(
            seen, await reader.Inside(seen, slug), long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue, Part));

    public async Task<IReadOnlyList<CommunityView>> Related(int viewer, string slug) =>
        await Try<IReadOnlyList<CommunityView>>(viewer, async seen => await reader.Related(seen, await reader.Known(seen, slug), 6)) ?? [];

    private async Task<T?> Try<T>(int viewer, Func<Viewer, Task<T>> read)
        where T : class
    {
        try
        {
            return MayRead(viewer) ? await read(await viewers.Find(viewer)) : null;
        }
        catch (MixiException refusal) when (refusal.Code is "not-found" or "forbidden")
        {
            return null;
        }
    }

    private bool MayRead(int viewer) => viewer != 0 || town.Value.PublicReading;
}
