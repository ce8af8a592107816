using OrleansMixi.Posts;

namespace OrleansMixi.Mutes;

/// <summary>What a mute would have hidden.</summary>
/// <param name="Days">The days of the home timeline that were looked at.</param>
/// <param name="Looked">The posts that were looked at.</param>
/// <param name="Hidden">How many of them it would have hidden.</param>
/// <param name="Whole">Whether all posts of these days were looked at; false where there were too many.</param>
/// <param name="Examples">The newest of those hidden.</param>
public sealed record MutePreview(int Days, int Looked, int Hidden, bool Whole, IReadOnlyList<PostView> Examples);
