namespace OrleansMixi.News;

/// <summary>What came of fetching a feed: bytes, "nothing new" (neither bytes nor problem), or a problem.</summary>
/// <param name="Bytes">The document; null if there is nothing new or it failed.</param>
/// <param name="ContentType">The content type as sent.</param>
/// <param name="Etag">The validator to send next time.</param>
/// <param name="Modified">The modification time to send next time.</param>
/// <param name="Uri">Where it was found at last.</param>
/// <param name="Problem">Why it failed.</param>
public sealed record FeedFetchResult(byte[]? Bytes, string? ContentType, string? Etag, string? Modified, Uri Uri, string? Problem);
