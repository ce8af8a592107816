namespace OrleansMixi.Archive;

/// <summary>A picture or video inside a line; its file lies beside the lines.</summary>
/// <param name="Type"><c>Image</c> or <c>Video</c>.</param>
/// <param name="Id">Its id where it was uploaded first.</param>
/// <param name="MediaType">The content type.</param>
/// <param name="Url">The file inside the archive.</param>
/// <param name="Name">The description for who can't see it.</param>
/// <param name="Published">When it was uploaded; only in albums.</param>
internal sealed record AttachmentLine(string Type, string Id, string MediaType, string Url, string? Name = null, string? Published = null);
