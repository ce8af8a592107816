using OrleansMixi.Reactions;

namespace OrleansMixi.Archive;

/// <summary>A reaction that a member gave.</summary>
/// <param name="Post">To which post.</param>
/// <param name="Reaction">Which.</param>
/// <param name="At">When, Unix milliseconds.</param>
public readonly record struct OwnReaction(long Post, Reaction Reaction, long At);
