using OrleansMixi.Log;
using OrleansMixi.Media;
using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>What the lines of posts and of comments have in common.</summary>
internal static class PostLines
{
    public static string Key(PostLine line) => $"{ArchiveTime.Key(ArchiveTime.Read("published", line.Published))}|{ArchiveSource.Key(line.Id)}";

    /// <summary>How many lines can be taken in together: up to the first that speaks of one before it.</summary>
    public static int Run(IReadOnlyList<PostLine> lines, int from, Func<PostLine, string?> about)
    {
        var ids = new HashSet<string>();
        var end = from;
        while (end < lines.Count && (about(lines[end]) is not { } id || !ids.Contains(id)))
        {
            ids.Add(lines[end++].Id);
        }

        return end - from;
    }

    /// <summary>The line of a comment.</summary>
    public static PostLine Comment(Activity post, string source, string inReplyTo, string? under) => Line(post, source) with { InReplyTo = inReplyTo, Under = under };

    /// <summary>The line of what was written, without what it hangs on.</summary>
    public static PostLine Line(Activity post, string source) => new()
    {
        Type = post.Body!.Form switch { PostForm.Diary => "Article", PostForm.Share => "Announce", _ => "Note" },
        Id = source,
        Published = ArchiveTime.Text(post.Published),
        Kind = ArchiveWords.Of(post.Body.Form),
        Comments = ArchiveWords.Of(CommentRules.Of(post.Header)),
        Bot = (post.Header.Flags & ActivityFlags.Bot) != 0 ? true : null,
        Fleeting = (post.Header.Flags & ActivityFlags.Fleeting) != 0 ? true : null,
        Language = post.Body.Language,
        Url = post.Body.Link,
        Name = post.Body.Title,
        Content = post.Body.Text,
    };

    /// <summary>The rules that hold for everything written here hold for what comes from elsewhere.</summary>
    public static void Check(PostLine line, TimeProvider time)
    {
        ArchiveSource.Check("id", line.Id);
        ArchiveTime.Check("published", ArchiveTime.Read("published", line.Published), time);
        if (line.Context is not null)
        {
            TopicPart.Check(line.Context, TopicKind.Community, TopicKind.News);
        }

        if ((line.Quote is null && (line.QuoteBy is not null || line.Kind == ArchiveWords.Of(PostForm.Share))) || (line.QuoteBy is not null && Handle.Fold(line.QuoteBy) != line.QuoteBy))
        {
            throw Errors.Invalid("quote", "A share says in 'quote' which post it shows, and in 'quoteBy' whose it is.");
        }

        ArchiveSource.Check("quote", line.Quote ?? line.Id);
        ArchiveWords.Commenting(line.Comments);
        var form = ArchiveWords.Form(line.Kind);
        AttachmentLines.Check(line.Attachment, PostRules.MaxPictures(form));
        CheckBoard(line);
        if (form == PostForm.Album != (line.Album is not null && line.Attachment is { Count: > 0 }))
        {
            throw Errors.Invalid("album", "What tells of an album, and nothing else, says in 'album' which one it is, and has attachments.");
        }

        ArchiveSource.Check("album", line.Album ?? line.Id);
        PostRules.Check(new PostDraft(
            default, form, line.Name, line.Content, line.Audience is null ? Audience.Me : ArchiveWords.Audience(line.Audience), line.Language, line.Url,
            Media: line.Attachment is { Count: > 0 } shown ? [.. shown.Select((_, place) => (long)place)] : null));
    }

    private static void CheckBoard(PostLine line)
    {
        PostRules.Text("location", line.Location, PostRules.MaxTitle);
        PostRules.Text("timeZone", line.TimeZone, PostRules.MaxTitle);
        foreach (var option in line.OneOf ?? [])
        {
            PostRules.Text("oneOf", option, PostRules.MaxTitle);
        }

        foreach (var moment in new[] { line.StartTime, line.EndTime }.OfType<string>())
        {
            ArchiveTime.Read("startTime", moment);
        }
    }

    /// <summary>The entry that puts a line into the log.</summary>
    public static LogEntry Entry(ArchiveOwner owner, PostLine line, Topic topic, long target, Audience audience, Attachments? media = null) => new(
        ActivityKind.Post, owner.Member, owner.Member, topic, target, audience,
        ActivityFlags.Silent | (line.Bot == true ? ActivityFlags.Bot : ActivityFlags.None) | (line.Fleeting == true ? ActivityFlags.Fleeting : ActivityFlags.None) | CommentRules.Flags(ArchiveWords.Commenting(line.Comments))
        | (line.Kind == ArchiveWords.Of(PostForm.Share) ? ActivityFlags.Share : ActivityFlags.None),
        Body: new(ArchiveWords.Form(line.Kind), line.Name, line.Content, line.Language, line.Url, media),
        Key: SourceKey.Of(line.Id),
        Published: ArchiveTime.Read("published", line.Published));
}
