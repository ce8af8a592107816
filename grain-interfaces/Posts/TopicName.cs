using OrleansMixi.Log;

namespace OrleansMixi.Posts;

/// <summary>A topic as people write it: <c>user:hanako</c>, <c>community:bento</c>, <c>news:sports</c>, and <c>post:</c> with an id for what is written under a post. The only place that spells topics.</summary>
/// <param name="Kind">User, community, news or thread.</param>
/// <param name="Name">The handle or slug, case-folded; of a thread the post's id.</param>
public readonly record struct TopicName(TopicKind Kind, string Name)
{
    /// <summary>Reads a topic; false unless it is one of the four kinds and a well-formed name.</summary>
    public static bool TryParse(string? text, out TopicName topic)
    {
        topic = default;
        var colon = text?.IndexOf(':') ?? -1;
        if (colon < 0)
        {
            return false;
        }

        var kind = text![..colon] switch
        {
            "user" => TopicKind.User,
            "community" => TopicKind.Community,
            "news" => TopicKind.News,
            "post" => TopicKind.Thread,
            _ => default,
        };
        var name = kind == TopicKind.Thread ? Id(text.AsSpan(colon + 1)) : Handle.Fold(text[(colon + 1)..]);
        if (kind == default || name is null)
        {
            return false;
        }

        topic = new(kind, name);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        TopicKind.User => $"user:{Name}",
        TopicKind.Community => $"community:{Name}",
        TopicKind.Thread => $"post:{Name}",
        _ => $"news:{Name}",
    };

    private static string? Id(ReadOnlySpan<char> digits) => PostId.TryParse(digits, out var id) && Topic.Of(id).Kind == TopicKind.Thread ? PostId.Format(id) : null;
}
