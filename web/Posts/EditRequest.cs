namespace OrleansMixi.Posts;

/// <summary>A change of a post as clients send it; absent parts stay.</summary>
/// <param name="Text">The new text.</param>
/// <param name="Audience">Who may see it from now on.</param>
/// <param name="Media">All pictures that it has from now on, in order: ids of those it had, or of own uploads that belong to nothing yet. Those left out are removed.</param>
public sealed record EditRequest(string? Text = null, string? Audience = null, IReadOnlyList<string>? Media = null)
{
    /// <summary>The edit it stands for.</summary>
    internal PostEdit ToEdit() => new(Text, PostWords.AudienceOf(Audience), Pictures: PostWords.MediaOf(Media));
}
