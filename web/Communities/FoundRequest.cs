namespace OrleansMixi.Communities;

/// <summary>A community as its founder describes it.</summary>
/// <param name="Slug">Its name in addresses: 2–20 lower-case letters, digits, underscores, hyphens.</param>
/// <param name="Title">Its title, in any script, at most 100 text elements.</param>
/// <param name="Description">What it is about, at most 1,000 text elements.</param>
/// <param name="Joining"><c>open</c> (default), <c>approval</c> or <c>invitation</c>.</param>
/// <param name="Category">One of the categories; <c>other</c> if absent.</param>
/// <param name="Visibility"><c>public</c> (default), <c>listed</c> (only members read) or <c>hidden</c> (only members know of it).</param>
/// <param name="Posting">Who begins topics: <c>members</c> (default) or <c>staff</c>.</param>
public sealed record FoundRequest(
    string Slug, string Title, string? Description = null, string? Joining = null, string? Category = null, string? Visibility = null, string? Posting = null);
