namespace OrleansMixi.Archive;

/// <summary>A request that waits for an answer.</summary>
/// <param name="Type"><c>Offer</c> to become friends, <c>Follow</c> to follow.</param>
/// <param name="Published">When it was made.</param>
/// <param name="Object">Whom it asks.</param>
/// <param name="Content">The words with it.</param>
internal sealed record RequestLine(string Type, string Published, string Object, string? Content = null);
