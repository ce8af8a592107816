using Microsoft.Extensions.Options;
using OrleansMixi.Hosting;
using OrleansMixi.Members;
using OrleansMixi.Pages.Text;
using OrleansMixi.Posts;

namespace OrleansMixi.Search;

/// <summary>Searches for people and communities, for API and page.</summary>
internal sealed class SearchDesk(PeopleSearch people, PlaceSearch places, ViewerStore viewers, IOptions<TownOptions> town) : ISearchPages
{
    public async Task<SearchView?> Find(int viewer, string words, int limit)
    {
        if (viewer == 0 && !town.Value.PublicReading)
        {
            return null;
        }

        var seen = await viewers.Find(viewer);
        return new(await People(seen, words, limit), await Places(seen, words, limit));
    }

    public async Task<IReadOnlyList<AuthorView>> People(Viewer viewer, string words, int limit) =>
        [.. (await people.Find(viewer, words, limit)).Select(author => new AuthorView(author.Handle, author.Nickname, author.Bot))];

    public async Task<IReadOnlyList<PlaceView>> Places(Viewer viewer, string words, int limit) =>
        [.. (await places.Find(viewer, words, limit)).Select(row => new PlaceView(
            row.Slug, new TopicName(TopicKind.Community, row.Slug).ToString(), row.Title, TextParts.Clip(row.Description), row.Members))];
}
