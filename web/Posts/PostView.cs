using System.Text.Json.Serialization;
using OrleansMixi.Media;

namespace OrleansMixi.Posts;

/// <summary>A post as clients see it; nothing in it depends on who looks.</summary>
/// <param name="Id">The id, a decimal number as text.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Topic">Where: <c>user:…</c>, <c>community:…</c>, <c>news:…</c>; of a comment <c>post:…</c>.</param>
/// <param name="Kind"><c>voice</c>, <c>news</c>, <c>diary</c>, <c>comment</c>, <c>share</c>, <c>album</c>, <c>topic</c>, <c>event</c>, <c>poll</c> or <c>friendship</c>.</param>
/// <param name="Title">The title, if it has one.</param>
/// <param name="Text">The text, plain.</param>
/// <param name="Audience"><c>everyone</c>, <c>friends-of-friends</c>, <c>friends</c>, <c>close</c>, <c>group</c>, <c>members</c> or <c>me</c>.</param>
/// <param name="Language">A language tag, if known.</param>
/// <param name="Link">An http or https address, if it has one.</param>
/// <param name="Published">RFC 3339, UTC.</param>
/// <param name="Edited">When it was last edited; null if never.</param>
public sealed record PostView(
    string Id,
    AuthorView Author,
    string Topic,
    string Kind,
    string? Title,
    string Text,
    string Audience,
    string? Language,
    string? Link,
    DateTimeOffset Published,
    DateTimeOffset? Edited)
{
    /// <summary>Pictures and videos, in order; absent if there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PictureView>? Pictures { get; init; }

    /// <summary>For kind <c>album</c>: the id of the album that the post announces.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Album { get; init; }

    /// <summary>For a comment: the post or comment that it answers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ReplyTo { get; init; }

    /// <summary>For a share or quote: the post that it shows, to be read apart, because who may see it can change.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Story { get; init; }

    /// <summary>For kind <c>friendship</c>: who became the author's friend.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AuthorView? With { get; init; }

    /// <summary>For a fleeting post: when others stop seeing it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Until { get; init; }

    /// <summary>Who may comment, if not all who see it: <c>friends</c> or <c>nobody</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Comments { get; init; }

    /// <summary>What is counted about it; absent while there is nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CountsView? Counts { get; init; }
}
