namespace OrleansMixi.Posts;

/// <summary>A topic as people write it: <c>user:hanako</c>, <c>community:bento</c>, <c>news:sports</c>. The only place that spells topics.</summary>
/// <param name="Kind">User, community or news.</param>
/// <param name="Name">The handle or slug, case-folded.</param>
public readonly record struct TopicName(TopicKind Kind, string Name)
{
    /// <summary>Reads a topic; false unless it is <c>user:</c>, <c>community:</c> or <c>news:</c> and a well-formed name.</summary>
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
            _ => default,
        };
        var name = Handle.Fold(text[(colon + 1)..]);
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
        _ => $"news:{Name}",
    };
}
