using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>A topic on a board.</summary>
/// <param name="Post">What began it.</param>
/// <param name="Pinned">Stands above the others.</param>
/// <param name="Active">When something was last written to it.</param>
public sealed record BoardTopicView(PostView Post, bool Pinned, DateTimeOffset Active);
