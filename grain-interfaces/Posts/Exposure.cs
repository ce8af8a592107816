using OrleansMixi.Log;

namespace OrleansMixi.Posts;

/// <summary>What decides, beside a post's own header, who may see it.</summary>
/// <param name="Circle">Those around the author, where the audience speaks of them.</param>
/// <param name="MembersOnly">The community it is in shows its posts to members only.</param>
/// <param name="Root">For what is written under a post: that post.</param>
/// <param name="Story">For a share or quote: the post it shows, and who showed it.</param>
/// <param name="Gone">What it depends on is gone: the post above it or that it shares, or that post's author.</param>
public sealed record Exposure(Circle? Circle = null, bool MembersOnly = false, ActivityHeader? Root = null, Story? Story = null, bool Gone = false);
