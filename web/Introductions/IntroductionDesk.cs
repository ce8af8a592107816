using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Profiles;

namespace OrleansMixi.Introductions;

/// <summary>Reads and changes introductions, as far as whoever asks may see them.</summary>
internal sealed class IntroductionDesk(IGrainFactory grains, IntroductionStore store, AuthorStore authors, ProfileSight sight)
{
    private const int MaxList = 200;

    /// <summary>What is shown on a member's profile, the newest first.</summary>
    public async Task<IReadOnlyList<IntroductionView>> Shown(Viewer viewer, int member, int limit)
    {
        var shown = new List<IntroductionView>();
        foreach (var row in (await store.About(member, MaxList)).Where(row => row.Approved != 0))
        {
            if (shown.Count < limit && await authors.Find(row.Author) is { Suspended: false } author && await sight.CanSee(viewer, author.Number, Audience.Everyone))
            {
                shown.Add(new(View(author), row.Text, At(row)));
            }
        }

        return shown;
    }

    /// <summary>What friends wrote about a member: what waits for approval first.</summary>
    public async Task<IReadOnlyList<OwnIntroductionView>> About(int member) =>
        [.. (await Views(await store.About(member, MaxList))).OrderBy(view => view.Approved)];

    /// <summary>What a member wrote about friends.</summary>
    public async Task<IReadOnlyList<OwnIntroductionView>> By(int member) => await Views(await store.By(member, MaxList));

    public async Task Write(int author, string handle, string text)
    {
        var member = await Find(handle);
        await Grain(member).Write(author, text);
    }

    public async Task Approve(int member, string handle, long written) => await Grain(member).Approve(await Find(handle), written);

    /// <summary>The member takes away what a friend wrote.</summary>
    public async Task Remove(int member, string author) => await Grain(member).Remove(await Find(author), member);

    /// <summary>The author takes the own text back.</summary>
    public async Task TakeBack(int author, string member) => await Grain(await Find(member)).Remove(author, author);

    private async Task<List<OwnIntroductionView>> Views(IReadOnlyList<IntroductionRow> rows)
    {
        var people = await authors.Get(rows.SelectMany(row => new[] { row.Author, row.Member }).Distinct());
        return [.. rows.Where(row => people.ContainsKey(row.Author) && people.ContainsKey(row.Member)).Select(row => new OwnIntroductionView(
            View(people[row.Member]), View(people[row.Author]), row.Text, At(row), row.Approved != 0))];
    }

    private static DateTimeOffset At(IntroductionRow row) => DateTimeOffset.FromUnixTimeMilliseconds(row.Created);

    private static AuthorView View(Author author) => new(author.Handle, author.Nickname, author.Bot);

    private IIntroductionsGrain Grain(int member) => grains.GetGrain<IIntroductionsGrain>(member);

    private async Task<int> Find(string handle) =>
        Handle.Fold(handle) is { } folded && await authors.Find(folded) is { } author ? author.Number : throw Errors.NotFound("member");
}
