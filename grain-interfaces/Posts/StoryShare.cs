namespace OrleansMixi.Posts;

/// <summary>That somebody shared a story.</summary>
/// <param name="Id">The share's id.</param>
/// <param name="Author">Who shared it.</param>
public readonly record struct StoryShare(long Id, int Author);
