namespace OrleansMixi.Archive;

/// <summary>An outside blog that is read as the member's diary.</summary>
/// <param name="Url">Where its feed lies.</param>
/// <param name="Audience">Who sees its entries.</param>
/// <param name="Next">When it is read next.</param>
/// <param name="Items">Diaries that came from it.</param>
/// <param name="Problem">Why the last reading failed.</param>
public sealed record BlogView(string Url, string Audience, DateTimeOffset Next, int Items, string? Problem);
