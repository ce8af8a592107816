namespace OrleansMixi.Archive;

/// <summary>A diary that is not posted yet. When it was to be posted is not in an archive: nothing is posted by an import.</summary>
/// <param name="Type"><c>Draft</c>.</param>
/// <param name="Audience">Who is to see it.</param>
/// <param name="Name">The title.</param>
/// <param name="Content">The text.</param>
/// <param name="Comments">Who may comment, unless all may.</param>
/// <param name="Attachment">Its pictures in order.</param>
internal sealed record DraftLine(string Type, string Audience, string Name, string Content, string? Comments = null, IReadOnlyList<AttachmentLine>? Attachment = null);
