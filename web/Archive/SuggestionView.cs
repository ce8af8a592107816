namespace OrleansMixi.Archive;

/// <summary>Somebody or something that an imported archive names and that is here under the same name.</summary>
/// <param name="Topic"><c>user:taro</c> or <c>community:bento</c>.</param>
/// <param name="Was">What it was in the other place: <c>friend</c>, <c>community</c> or <c>follow</c>.</param>
public sealed record SuggestionView(string Topic, string Was);
