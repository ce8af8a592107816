using OrleansMixi.Posts;

namespace OrleansMixi.Pages.Communities;

/// <summary>Where the page of a topic, event or poll is that a post began.</summary>
internal static class BoardLink
{
    /// <summary>The kinds of posts that have one.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["topic", "event", "poll"];

    /// <summary>The address; null for other posts.</summary>
    public static string? Of(PostView post) => TopicName.TryParse(post.Topic, out var topic) && topic.Kind == TopicKind.Community && Kinds.Contains(post.Kind)
        ? $"/community/{topic.Name}/{post.Kind}s{(post.Kind == "topic" ? "" : $"/{post.Id}")}"
        : null;
}
