namespace OrleansMixi.News;

/// <summary>One news category: who may post news here. Key: the category's number.</summary>
[Alias("mixi.INewsCategoryGrain")]
public interface INewsCategoryGrain : IGrainWithIntegerKey
{
    /// <summary>Throws <see cref="MixiException"/> unless the member may post here: authors with the scope <c>news</c>, whom the edge has checked, and a known category.</summary>
    [Alias("Admit")]
    Task Admit(int member);

    /// <summary>The outside feeds that fill the category.</summary>
    [Alias("Feeds")]
    Task<IReadOnlyList<NewsFeed>> Feeds();

    /// <summary>Replaces the outside feeds; the schedule follows.</summary>
    [Alias("SetFeeds")]
    Task SetFeeds(IReadOnlyList<NewsFeed> feeds);
}
