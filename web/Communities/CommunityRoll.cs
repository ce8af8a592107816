using System.Globalization;
using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>The members of a community, its staff, its bars and its book, as views.</summary>
internal sealed class CommunityRoll(CommunityFinder finder, BarStore bars, CommunityLogStore book, People people, IGrainFactory grains)
{
    /// <summary>Members in the order of coming, as far as the viewer may know of them.</summary>
    public async Task<ListView<MemberInView>> Members(Viewer viewer, CommunityProfile profile, int offset, int limit)
    {
        var numbers = await finder.Members(profile.Number, offset, limit + 1);
        return new(await Views(viewer, profile, numbers.Take(limit)), numbers.Count > limit ? $"{offset + limit}" : null);
    }

    /// <summary>Founder and moderators, as far as the viewer may know of them.</summary>
    public async Task<IReadOnlyList<MemberInView>> Staff(Viewer viewer, CommunityProfile profile) =>
        await Views(viewer, profile, (await Grain(profile).Staff()).Keys.Prepend(profile.Founder));

    /// <summary>Who waits to be let in, as far as the viewer may know.</summary>
    public async Task<IReadOnlyList<AuthorView>> Waiting(Viewer viewer, CommunityProfile profile)
    {
        var numbers = viewer.Member == 0 ? [] : await Grain(profile).Requests(viewer.Member);
        var known = await people.Of(numbers);
        return [.. numbers.Where(known.ContainsKey).Select(number => known[number])];
    }

    /// <summary>Who is barred; for those who bar.</summary>
    public async Task<IReadOnlyList<BarView>> Bars(Viewer viewer, CommunityProfile profile, int offset, int limit)
    {
        if (!(await Grain(profile).Standing(viewer.Member)).May(CommunityRights.Bar))
        {
            throw Errors.Forbidden("Only staff that may bar members sees who is barred.");
        }

        var rows = await bars.Of(profile.Number, limit, offset);
        var known = await people.Of(rows.SelectMany(row => new[] { row.Member, row.By }));
        return [.. rows.Select(row => new BarView(
            known.GetValueOrDefault(row.Member), row.Reason, row.Until == 0 ? null : At(row.Until), known.GetValueOrDefault(row.By), At(row.At)))];
    }

    /// <summary>The book, newest first; it stays whole, without the names of those whom the viewer may not know of.</summary>
    public async Task<ListView<DeedView>> Deeds(Viewer viewer, CommunityProfile profile, long before, int limit)
    {
        var rows = await book.Of(profile.Number, before, limit + 1);
        var known = await Known(viewer, profile, rows.SelectMany(row => new[] { row.Actor, row.Subject }));
        var views = rows.Take(limit).Select(row => new DeedView(
            Text(row.Number),
            At(row.At),
            known.GetValueOrDefault(row.Actor),
            CommunityWords.Word(row.Action),
            known.GetValueOrDefault(row.Subject),
            row.Post == 0 ? null : PostId.Format(row.Post),
            row.Reason.Length == 0 ? null : row.Reason,
            DeedChanges.Of(row),
            row.Undoes == 0 ? null : Text(row.Undoes),
            row.Undone != 0)).ToList();
        return new(views, rows.Count > limit ? views[^1].Number : null);
    }

    private async Task<List<MemberInView>> Views(Viewer viewer, CommunityProfile profile, IEnumerable<int> numbers)
    {
        var list = numbers.ToList();
        var known = await Known(viewer, profile, list);
        var staff = await Grain(profile).Staff();
        return [.. list.Where(known.ContainsKey).Select(number => new MemberInView(
            known[number],
            number == profile.Founder,
            CommunityWords.Of(number == profile.Founder ? CommunityRights.All : staff.GetValueOrDefault(number))))];
    }

    // Staff knows all its members: a block must be no way out of its hands.
    private async Task<IReadOnlyDictionary<int, AuthorView>> Known(Viewer viewer, CommunityProfile profile, IEnumerable<int> numbers) =>
        await people.Of(viewer.Blocks.Count == 0 || (await Grain(profile).Standing(viewer.Member)).Rights != CommunityRights.None ? numbers : numbers.Where(number => !viewer.Blocks.Contains(number)));

    private ICommunityGrain Grain(CommunityProfile profile) => grains.GetGrain<ICommunityGrain>(profile.Number);

    private static DateTimeOffset At(long unixMs) => DateTimeOffset.FromUnixTimeMilliseconds(unixMs);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
