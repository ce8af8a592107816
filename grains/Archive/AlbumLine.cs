namespace OrleansMixi.Archive;

/// <summary>An album.</summary>
/// <param name="Type"><c>Collection</c>.</param>
/// <param name="Id">Its id where it was made first.</param>
/// <param name="Published">When it was made.</param>
/// <param name="Audience">Who sees it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Summary">A few words; may be empty.</param>
/// <param name="Cover">The id of the picture that stands for it, if one was chosen.</param>
/// <param name="Attachment">Its pictures in order.</param>
internal sealed record AlbumLine(
    string Type, string Id, string Published, string Audience, string Name, string Summary, string? Cover = null, IReadOnlyList<AttachmentLine>? Attachment = null);
