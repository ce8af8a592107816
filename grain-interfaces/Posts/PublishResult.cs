namespace OrleansMixi.Posts;

/// <summary>The outcome for one draft of many: a durable post, or why it was refused.</summary>
[GenerateSerializer, Immutable, Alias("mixi.PublishResult")]
public sealed record PublishResult([property: Id(0)] Post? Post, [property: Id(1)] MixiException? Refusal);
