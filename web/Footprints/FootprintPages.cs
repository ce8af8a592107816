using System.Globalization;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Footprints;

/// <summary>Footprints by the names that people use, for the API and the pages.</summary>
internal sealed class FootprintPages(FootprintBook book, AuthorStore authors, ViewerStore viewers)
{
    /// <summary>The most items of a page.</summary>
    public const int MaxLimit = 100;

    /// <summary>Who visited the member.</summary>
    public async Task<FootprintListView> Visitors(int member, string? before, int limit)
    {
        var viewer = await viewers.Find(member);
        return await View(member, await book.Visitors(viewer, Place(before), limit), footprint => footprint.Visitor);
    }

    /// <summary>Where the member left footprints.</summary>
    public async Task<FootprintListView> Left(int member, string? before, int limit)
    {
        var viewer = await viewers.Find(member);
        return await View(member, await book.Left(viewer, Place(before), limit), footprint => footprint.Member);
    }

    /// <summary>Takes back an own footprint.</summary>
    public async Task TakeBack(int member, string id)
    {
        var dot = id.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || !int.TryParse(id.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var slot)
            || Handle.Fold(id[(dot + 1)..]) is not { } handle || await authors.Find(handle) is not { } visited)
        {
            throw Errors.NotFound("footprint");
        }

        await book.TakeBack(member, visited.Number, slot);
    }

    private async Task<FootprintListView> View(int member, FootprintPage page, Func<Footprint, int> other)
    {
        var people = await authors.Get(page.Items.Select(other));
        return new(
            [.. page.Items.Where(item => people.TryGetValue(other(item), out var who) && !who.Suspended).Select(item => View(item, people[other(item)]))],
            page.Next?.ToString(CultureInfo.InvariantCulture),
            await book.Returns(member));
    }

    private static FootprintView View(Footprint footprint, Author who) => new(
        string.Create(CultureInfo.InvariantCulture, $"{footprint.Slot}.{who.Handle}"),
        new(who.Handle, who.Nickname, who.Bot),
        DateTimeOffset.FromUnixTimeMilliseconds(footprint.At),
        footprint.Post == 0 ? null : PostId.Format(footprint.Post));

    private static long? Place(string? before) =>
        before is null ? null
        : long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at
        : throw Errors.InvalidCursor("before");
}
