namespace OrleansMixi.News;

/// <summary>One entry of an outside feed, cleaned: plain text, bounded, with an absolute link.</summary>
/// <param name="Key">What stays the same when the item is read again: its guid or id, else its link.</param>
/// <param name="Title">The title, plain text.</param>
/// <param name="Summary">The summary, plain text; may be empty.</param>
/// <param name="Link">An http or https address; null if it has none.</param>
/// <param name="Published">When it says it was published; null if it does not say.</param>
/// <param name="Language">A language tag; null if it does not say.</param>
/// <param name="Categories">The item's own categories.</param>
/// <param name="Content">The whole entry as it came, HTML or text; null if the feed holds only a summary.</param>
public sealed record FeedItem(
    string Key, string Title, string Summary, string? Link, DateTimeOffset? Published, string? Language, IReadOnlyList<string> Categories,
    string? Content = null);
