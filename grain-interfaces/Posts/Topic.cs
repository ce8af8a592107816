namespace OrleansMixi.Posts;

/// <summary>
/// What can be followed, as one number: kind and number in one, or the id of a post, whose thread it then is. Names live
/// at the edge, see <see cref="TopicName"/>.
/// </summary>
/// <param name="Value">The number, as the log and the edges store it.</param>
[GenerateSerializer, Immutable, Alias("mixi.Topic")]
public readonly record struct Topic([property: Id(0)] long Value)
{
    // Every id of a post lies above all other topics: their kinds end far below the milliseconds.
    private const long FirstThread = 1L << 40;

    /// <summary>A topic by kind and the member's, community's or category's number, from 1.</summary>
    public Topic(TopicKind kind, int number)
        : this(((long)kind << 32) | (uint)number)
    {
    }

    /// <summary>User, community, news or thread.</summary>
    public TopicKind Kind => Value >= FirstThread ? TopicKind.Thread : (TopicKind)(Value >> 32);

    /// <summary>The member's, community's or category's number; of a thread use <see cref="Value"/>.</summary>
    public int Number => (int)Value;

    /// <summary>The topic of a stored number.</summary>
    public static Topic Of(long value) => new(value);

    /// <summary>A member's own topic.</summary>
    public static Topic User(int member) => new(TopicKind.User, member);

    /// <summary>A community's topic.</summary>
    public static Topic Community(int number) => new(TopicKind.Community, number);

    /// <summary>A news category's topic.</summary>
    public static Topic News(int number) => new(TopicKind.News, number);

    /// <summary>What is written under a post.</summary>
    public static Topic Thread(long post) => new(post);
}
