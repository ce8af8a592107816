using System.Collections.Frozen;
using System.Text.Json.Serialization;
using OrleansMixi.Posts;
using OrleansMixi.Reactions;

namespace OrleansMixi.Timelines;

/// <summary>A post in a timeline or feed.</summary>
/// <param name="Post">The post.</param>
/// <param name="Reason">The topics through which it came.</param>
public sealed record TimelineItem(PostView Post, IReadOnlyList<string> Reason)
{
    /// <summary>How the reader of a page reacted to the post; pages alone have it.</summary>
    [JsonIgnore]
    public IReadOnlySet<Reaction> Own { get; init; } = FrozenSet<Reaction>.Empty;

    /// <summary>The post that a share or quote shows, where the reader may see it; pages alone have it.</summary>
    [JsonIgnore]
    public PostView? Story { get; init; }
}
