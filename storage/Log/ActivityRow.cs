using OrleansMixi.Media;
using OrleansMixi.Posts;

namespace OrleansMixi.Log;

/// <summary>A row of the log as the database returns it.</summary>
internal sealed class ActivityRow
{
    /// <summary>The columns in the order of this class, of a table named <c>a</c>.</summary>
    public const string Columns =
        "a.id, a.kind, a.author, a.actor, a.topic, a.target, a.audience, a.flags, a.edge, a.published, a.form, a.title, a.text, a.language, a.link, a.media";

    public long Head { get; set; }

    public long Id { get; set; }

    public int Kind { get; set; }

    public int Author { get; set; }

    public int Actor { get; set; }

    public long Topic { get; set; }

    public long Target { get; set; }

    public int Audience { get; set; }

    public int Flags { get; set; }

    public int Edge { get; set; }

    public long Published { get; set; }

    public int Form { get; set; }

    public string? Title { get; set; }

    public string? Text { get; set; }

    public string? Language { get; set; }

    public string? Link { get; set; }

    public string? Media { get; set; }

    /// <summary>When it was last edited, 0 if never; for queries that ask for it.</summary>
    public long Edited { get; set; }

    public ActivityHeader ToHeader() =>
        new(Id, Topic, Target, Author, Actor, (ActivityKind)Kind, (Audience)Audience, (ActivityFlags)Flags, (EdgeKind)Edge);

    public Activity ToActivity() => new(ToHeader(), Published, Form == 0 ? null : ToBody());

    public Post ToPost() => new(ToHeader(), ToBody(), Published, Edited);

    private ActivityBody ToBody() => new((PostForm)Form, Title, Text ?? "", Language, Link, AttachmentText.Read(Media));
}
