using OrleansMixi.Posts;

namespace OrleansMixi.Timelines;

/// <summary>A post in a timeline or feed.</summary>
/// <param name="Post">The post.</param>
/// <param name="Reason">The topics through which it came.</param>
public sealed record TimelineItem(PostView Post, IReadOnlyList<string> Reason);
