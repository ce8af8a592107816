namespace OrleansMixi.Archive;

/// <summary>A post, a diary, a share or a comment, as it was written first; later texts are in <see cref="EditLine"/>.</summary>
internal sealed record PostLine
{
    /// <summary><c>Note</c>, <c>Article</c> for a diary, <c>Announce</c> for a share.</summary>
    public required string Type { get; init; }

    /// <summary>Its id where it was written first.</summary>
    public required string Id { get; init; }

    /// <summary>When.</summary>
    public required string Published { get; init; }

    /// <summary>The community or news category it stands in; absent for what stands with the author.</summary>
    public string? Context { get; init; }

    /// <summary>For a comment: the id of what it answers.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>For a comment under somebody else's post: that member's handle.</summary>
    public string? Under { get; init; }

    /// <summary>For a share or quote: the id of the post that it shows.</summary>
    public string? Quote { get; init; }

    /// <summary>Whose post that is; absent for own ones.</summary>
    public string? QuoteBy { get; init; }

    /// <summary>Its form.</summary>
    public required string Kind { get; init; }

    /// <summary>Who may see it now; absent for a comment.</summary>
    public string? Audience { get; init; }

    /// <summary>Who may comment, unless all may.</summary>
    public string? Comments { get; init; }

    /// <summary>Written by a bot.</summary>
    public bool? Bot { get; init; }

    /// <summary>Seen by others for a day only.</summary>
    public bool? Fleeting { get; init; }

    /// <summary>A language tag.</summary>
    public string? Language { get; init; }

    /// <summary>A link.</summary>
    public string? Url { get; init; }

    /// <summary>The title.</summary>
    public string? Name { get; init; }

    /// <summary>The text.</summary>
    public required string Content { get; init; }

    /// <summary>For what tells of an album: the album's id.</summary>
    public string? Album { get; init; }

    /// <summary>Pictures and videos in order.</summary>
    public IReadOnlyList<AttachmentLine>? Attachment { get; init; }

    /// <summary>Of an event: when it begins.</summary>
    public string? StartTime { get; init; }

    /// <summary>Of a poll: when it ends.</summary>
    public string? EndTime { get; init; }

    /// <summary>Of an event: the time zone in which it was announced.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Of an event: where.</summary>
    public string? Location { get; init; }

    /// <summary>Of an event: how many may take part, unless all may.</summary>
    public int? Places { get; init; }

    /// <summary>Of a poll: the options in order.</summary>
    public IReadOnlyList<string>? OneOf { get; init; }
}
