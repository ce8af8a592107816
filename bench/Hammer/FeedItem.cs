namespace OrleansMixi.Hammer;

/// <summary>An item of a timeline page or a live batch.</summary>
internal sealed record FeedItem(FeedPost Post);
