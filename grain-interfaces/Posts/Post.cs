using OrleansMixi.Log;

namespace OrleansMixi.Posts;

/// <summary>A post as it stands now, edits folded in.</summary>
/// <param name="Header">The header of the post's own log entry, with the present audience.</param>
/// <param name="Body">The present text.</param>
/// <param name="Published">Unix milliseconds.</param>
/// <param name="Edited">When it was last edited, Unix milliseconds; 0 if never.</param>
/// <param name="Counts">What is counted about it; null while there is nothing.</param>
[GenerateSerializer, Immutable, Alias("mixi.Post")]
public sealed record Post(
    [property: Id(0)] ActivityHeader Header,
    [property: Id(1)] ActivityBody Body,
    [property: Id(2)] long Published,
    [property: Id(3)] long Edited,
    [property: Id(4)] PostCounts? Counts = null)
{
    /// <summary>The post's id.</summary>
    public long Id => Header.Id;

    /// <summary>The author's member number.</summary>
    public int Author => Header.Author;

    /// <summary>Where it was posted.</summary>
    public Topic Topic => Topic.Of(Header.Topic);
}
