using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>What the lines of posts and of comments have in common.</summary>
internal static class PostLines
{
    public static string Key(PostLine line) => $"{ArchiveTime.Key(ArchiveTime.Read("published", line.Published))}|{ArchiveSource.Key(line.Id)}";

    public static PostLine Line(Activity post, string source, string? context, string? inReplyTo, string? under, string? audience) => new(
        post.Body!.Form == PostForm.Diary ? "Article" : "Note",
        source,
        ArchiveTime.Text(post.Published),
        context,
        inReplyTo,
        under,
        ArchiveWords.Of(post.Body.Form),
        audience,
        ArchiveWords.Of(CommentRules.Of(post.Header)),
        (post.Header.Flags & ActivityFlags.Bot) != 0 ? true : null,
        post.Body.Language,
        post.Body.Link,
        post.Body.Title,
        post.Body.Text);

    /// <summary>The rules that hold for everything written here hold for what comes from elsewhere.</summary>
    public static void Check(PostLine line, TimeProvider time)
    {
        ArchiveSource.Check("id", line.Id);
        ArchiveTime.Check("published", ArchiveTime.Read("published", line.Published), time);
        if (line.Context is not null)
        {
            TopicPart.Check(line.Context, TopicKind.Community, TopicKind.News);
        }

        ArchiveWords.Commenting(line.Comments);
        PostRules.Check(new PostDraft(
            default, ArchiveWords.Form(line.Kind), line.Name, line.Content, line.Audience is null ? Audience.Me : ArchiveWords.Audience(line.Audience), line.Language, line.Url));
    }

    /// <summary>The entry that puts a line into the log.</summary>
    public static LogEntry Entry(ArchiveOwner owner, PostLine line, Topic topic, long target, Audience audience) => new(
        ActivityKind.Post, owner.Member, owner.Member, topic, target, audience,
        ActivityFlags.Silent | (line.Bot == true ? ActivityFlags.Bot : ActivityFlags.None) | CommentRules.Flags(ArchiveWords.Commenting(line.Comments)),
        Body: new(ArchiveWords.Form(line.Kind), line.Name, line.Content, line.Language, line.Url),
        Key: SourceKey.Of(line.Id),
        Published: ArchiveTime.Read("published", line.Published));
}
