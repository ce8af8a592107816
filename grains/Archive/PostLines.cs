using OrleansMixi.Log;
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
        PostRules.Check(new PostDraft(
            default, ArchiveWords.Form(line.Kind), line.Name, line.Content, line.Audience is null ? Audience.Me : ArchiveWords.Audience(line.Audience), line.Language, line.Url));
    }

    /// <summary>The entry that puts a line into the log.</summary>
    public static LogEntry Entry(ArchiveOwner owner, PostLine line, Topic topic, long target, Audience audience) => new(
        ActivityKind.Post, owner.Member, owner.Member, topic, target, audience,
        ActivityFlags.Silent | (line.Bot == true ? ActivityFlags.Bot : ActivityFlags.None) | CommentRules.Flags(ArchiveWords.Commenting(line.Comments))
        | (line.Kind == ArchiveWords.Of(PostForm.Share) ? ActivityFlags.Share : ActivityFlags.None),
        Body: new(ArchiveWords.Form(line.Kind), line.Name, line.Content, line.Language, line.Url),
        Key: SourceKey.Of(line.Id),
        Published: ArchiveTime.Read("published", line.Published));
}
