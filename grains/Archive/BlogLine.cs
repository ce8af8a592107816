namespace OrleansMixi.Archive;

/// <summary>An outside blog that is read as the member's diary.</summary>
/// <param name="Type"><c>Feed</c>.</param>
/// <param name="Url">Where its feed lies.</param>
/// <param name="Audience">Who sees its entries.</param>
internal sealed record BlogLine(string Type, string Url, string Audience);
