using OrleansMixi.Posts;

namespace OrleansMixi.Log;

/// <summary>
/// What is to be written to the log, before it has an id. The queue follows from it: entries about a post, and comments
/// under it, go to that post's queue, all others to the author's.
/// </summary>
/// <param name="Kind">What happened.</param>
/// <param name="Author">Whose post, edge or access it is.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Topic">The topic whose feed it belongs to.</param>
/// <param name="Target">See <see cref="ActivityHeader"/>.</param>
/// <param name="Audience">Who may see it; for an edit the audience from now on.</param>
/// <param name="Flags">Bot, silent, who may comment.</param>
/// <param name="Edge">See <see cref="ActivityHeader"/>.</param>
/// <param name="Body">What was written; null for entries without text.</param>
/// <param name="Key">The idempotency key, or null.</param>
/// <param name="Published">Unix milliseconds if not now; only for imports.</param>
public sealed record LogEntry(
    ActivityKind Kind,
    int Author,
    int Actor,
    Topic Topic,
    long Target = 0,
    Audience Audience = Audience.Everyone,
    ActivityFlags Flags = ActivityFlags.None,
    EdgeKind Edge = EdgeKind.None,
    ActivityBody? Body = null,
    string? Key = null,
    long? Published = null)
{
    /// <summary>The queue this entry belongs to.</summary>
    public int Queue(LogShape shape) => Kind switch
    {
        ActivityKind.Edit or ActivityKind.Delete or ActivityKind.Counts => PostId.Queue(Target),
        ActivityKind.Post when Topic.Kind == TopicKind.Thread => PostId.Queue(Topic.Value),
        _ => shape.QueueOf(Author),
    };

    /// <summary>The entry as written under an id.</summary>
    public Activity Numbered(long id) => new(
        new(id, Topic.Value, Target, Author, Actor, Kind, Audience, Flags, Edge), Published ?? PostId.UnixMs(id), Body);
}
