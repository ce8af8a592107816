namespace OrleansMixi.Hammer;

/// <summary>As much of an author as the books need.</summary>
internal sealed record FeedAuthor(string Handle);
