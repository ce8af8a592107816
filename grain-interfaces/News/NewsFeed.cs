namespace OrleansMixi.News;

/// <summary>An outside feed and how often it is read.</summary>
/// <param name="Url">RSS or Atom, http or https.</param>
/// <param name="Minutes">Minutes between two readings, at least 5.</param>
[GenerateSerializer, Immutable, Alias("mixi.NewsFeed")]
public sealed record NewsFeed([property: Id(0)] string Url, [property: Id(1)] int Minutes);
