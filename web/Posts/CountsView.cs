namespace OrleansMixi.Posts;

/// <summary>What is counted about a post.</summary>
/// <param name="Comments">Comments under it.</param>
/// <param name="Shares">How often it was shared.</param>
/// <param name="Reactions">How many of each reaction, by its word; those that nobody gave are absent.</param>
public sealed record CountsView(int Comments, int Shares, IReadOnlyDictionary<string, int> Reactions)
{
    /// <summary>The view of counts.</summary>
    internal static CountsView? Of(PostCounts? counts) => counts is null ? null
        : new(counts.Comments, counts.Shares, counts.Reactions.ToDictionary(count => PostWords.Of(count.Key), count => count.Value));
}
