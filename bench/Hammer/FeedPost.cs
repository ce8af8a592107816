using System.Globalization;

namespace OrleansMixi.Hammer;

/// <summary>As much of a post as the books need.</summary>
internal sealed record FeedPost(string Id, FeedAuthor Author)
{
    /// <summary>The id as a number, by which posts of one author are ordered.</summary>
    public long Number() =>
        long.TryParse(Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new HammerStop($"The server sent a post with the id '{Id}'; ids are decimal numbers as text.");
}
