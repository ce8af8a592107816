namespace OrleansMixi.Albums;

/// <summary>A new album, or a change of one; in a change absent parts stay.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Description">A few words, plain.</param>
/// <param name="Audience">Who sees it; the words of posts. New albums: <c>friends</c> if absent.</param>
/// <param name="Cover">The id of the picture that stands for it; an empty text: the first.</param>
public sealed record AlbumDraft(string? Title = null, string? Description = null, string? Audience = null, string? Cover = null);
