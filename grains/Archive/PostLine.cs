namespace OrleansMixi.Archive;

/// <summary>A post, a diary or a comment, as it was written first; later texts are in <see cref="EditLine"/>.</summary>
/// <param name="Type"><c>Note</c>, <c>Article</c> for a diary, <c>Announce</c> for a share.</param>
/// <param name="Id">Its id where it was written first.</param>
/// <param name="Published">When.</param>
/// <param name="Context">The community or news category it stands in; absent for what stands with the author.</param>
/// <param name="InReplyTo">For a comment: the id of what it answers.</param>
/// <param name="Under">For a comment under somebody else's post: that member's handle.</param>
/// <param name="Quote">For a share or quote: the id of the post that it shows.</param>
/// <param name="QuoteBy">Whose post that is; absent for own ones.</param>
/// <param name="Kind">Its form.</param>
/// <param name="Audience">Who may see it now; absent for a comment.</param>
/// <param name="Comments">Who may comment, unless all may.</param>
/// <param name="Bot">Written by a bot.</param>
/// <param name="Language">A language tag.</param>
/// <param name="Url">A link.</param>
/// <param name="Name">The title.</param>
/// <param name="Content">The text.</param>
internal sealed record PostLine(
    string Type,
    string Id,
    string Published,
    string? Context,
    string? InReplyTo,
    string? Under,
    string? Quote,
    string? QuoteBy,
    string Kind,
    string? Audience,
    string? Comments,
    bool? Bot,
    string? Language,
    string? Url,
    string? Name,
    string Content);
