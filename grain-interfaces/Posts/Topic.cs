namespace OrleansMixi.Posts;

/// <summary>What can be followed, as a number: kind and number in one. Names live at the edge, see <see cref="TopicName"/>.</summary>
/// <param name="Kind">User, community or news.</param>
/// <param name="Number">The member's, community's or category's number, from 1.</param>
[GenerateSerializer, Immutable, Alias("mixi.Topic")]
public readonly record struct Topic([property: Id(0)] TopicKind Kind, [property: Id(1)] int Number)
{
    /// <summary>The topic in one number, as the log and the edges store it.</summary>
    public long Value => ((long)Kind << 32) | (uint)Number;

    /// <summary>The topic of a stored number.</summary>
    public static Topic Of(long value) => new((TopicKind)(value >> 32), (int)value);

    /// <summary>A member's own topic.</summary>
    public static Topic User(int member) => new(TopicKind.User, member);

    /// <summary>A community's topic.</summary>
    public static Topic Community(int number) => new(TopicKind.Community, number);

    /// <summary>A news category's topic.</summary>
    public static Topic News(int number) => new(TopicKind.News, number);
}
