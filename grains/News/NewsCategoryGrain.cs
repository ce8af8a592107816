namespace OrleansMixi.News;

/// <summary>A category's configuration, and who may post in it.</summary>
internal sealed class NewsCategoryGrain([PersistentState("news")] IPersistentState<NewsCategoryState> state, NewsFeedStore schedule)
    : Grain, INewsCategoryGrain
{
    private const int MaxFeeds = 100;
    private const int MinMinutes = 5;

    private int Number => (int)this.GetPrimaryKeyLong();

    public Task Admit(int member) =>
        NewsCategory.Slug(Number) is null ? throw Errors.NotFound("news category") : Task.CompletedTask;

    public Task<IReadOnlyList<NewsFeed>> Feeds() => Task.FromResult<IReadOnlyList<NewsFeed>>(state.State.Feeds);

    public async Task SetFeeds(IReadOnlyList<NewsFeed> feeds)
    {
        await Admit(0);
        if (feeds.Count > MaxFeeds)
        {
            throw Errors.Invalid("feeds", $"A category has at most {MaxFeeds} feeds.");
        }

        foreach (var feed in feeds)
        {
            if (feed.Minutes < MinMinutes)
            {
                throw Errors.Invalid("minutes", $"A feed is read at most every {MinMinutes} minutes.");
            }

            if (feed.Url.Length > 2_000 || !Uri.TryCreate(feed.Url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            {
                throw Errors.Invalid("url", $"'{feed.Url}' is not an http or https address.");
            }
        }

        state.State.Feeds = [.. feeds.DistinctBy(feed => feed.Url)];
        await state.WriteStateAsync();
        await schedule.Replace(Number, state.State.Feeds);
    }
}
