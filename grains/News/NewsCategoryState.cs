namespace OrleansMixi.News;

/// <summary>What a category's grain keeps.</summary>
[GenerateSerializer, Alias("mixi.NewsCategoryState")]
internal sealed class NewsCategoryState
{
    /// <summary>The outside feeds.</summary>
    [Id(0)]
    public List<NewsFeed> Feeds { get; set; } = [];
}
