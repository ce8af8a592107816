using OrleansMixi.Posts;

namespace OrleansMixi.Log;

/// <summary>
/// What travels through the stream of one activity: enough to append, filter and tell what it is about; bodies stay at
/// the hosts' tails and in the database.
/// </summary>
/// <param name="Id">Identity and log position, see <see cref="PostId"/>.</param>
/// <param name="Topic">The topic (<see cref="Posts.Topic.Value"/>) whose feed the activity belongs to.</param>
/// <param name="Target">The post an edit, delete or count is about or a comment answers or a share or quote shows, the new friend (a number), the token a revocation is about; else 0.</param>
/// <param name="Author">Whose post or edge it is: a member's number.</param>
/// <param name="Actor">Who did it: the author, or somebody with the right to.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Audience">Who may see the post.</param>
/// <param name="Flags">Bot, silent, who may comment.</param>
/// <param name="Edge">For <see cref="ActivityKind.Edge"/>: the whole new edge. Other kinds keep a small number of their own here: an edit the audience before it, a notice its <see cref="Live.NoticeKind"/>.</param>
[GenerateSerializer, Immutable, Alias("mixi.ActivityHeader")]
public readonly record struct ActivityHeader(
    [property: Id(0)] long Id,
    [property: Id(1)] long Topic,
    [property: Id(2)] long Target,
    [property: Id(3)] int Author,
    [property: Id(4)] int Actor,
    [property: Id(5)] ActivityKind Kind,
    [property: Id(6)] Audience Audience,
    [property: Id(7)] ActivityFlags Flags,
    [property: Id(8)] EdgeKind Edge)
{
    /// <summary>The post this entry is about: itself, or the one it changes.</summary>
    public long Subject => Kind is ActivityKind.Edit or ActivityKind.Delete or ActivityKind.Counts ? Target : Id;

    /// <summary>Whether live readers are told of it.</summary>
    public bool IsTold => Kind is ActivityKind.Post or ActivityKind.Edit
        ? (Flags & ActivityFlags.Silent) == 0
        : Kind is ActivityKind.Delete or ActivityKind.Counts or ActivityKind.Notice;

    /// <summary>The audience before an edit; of everything else, its audience.</summary>
    public Audience Before => Kind == ActivityKind.Edit && Edge != EdgeKind.None ? (Audience)Edge : Audience;

    /// <summary>The post that a share or quote shows; 0 for anything else.</summary>
    public long Story => Kind == ActivityKind.Post && (Flags & ActivityFlags.Friendship) == 0 && Posts.Topic.Of(Topic).Kind != TopicKind.Thread ? Target : 0;

    /// <summary>The number of the member who became the author's friend; 0 for anything else.</summary>
    public int Friend => Kind == ActivityKind.Post && (Flags & ActivityFlags.Friendship) != 0 ? (int)Target : 0;

    /// <summary>Whether it shows another post without words of its own.</summary>
    public bool IsShare => (Flags & ActivityFlags.Share) != 0;

    /// <summary>Whether it enters timelines.</summary>
    public bool IsTimelinePost => Kind == ActivityKind.Post && (Flags & ActivityFlags.Silent) == 0;
}
