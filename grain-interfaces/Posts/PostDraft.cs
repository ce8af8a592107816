namespace OrleansMixi.Posts;

/// <summary>What an author wants to post, already checked by <see cref="PostRules"/>.</summary>
/// <param name="Topic">Where to: the author's own topic, a community, a news category.</param>
/// <param name="ReplyTo">The post or comment that this comment answers; 0 for what is no comment. A comment stands in that post's thread, whatever topic was given.</param>
/// <param name="Story">The post that this one shows: shared if the form is <see cref="PostForm.Share"/>, else quoted; 0 for none.</param>
/// <param name="Commenting">Who may comment.</param>
/// <param name="Key">The idempotency key, or null: the same key with the same draft returns the same post for 24 h.</param>
[GenerateSerializer, Immutable, Alias("mixi.PostDraft")]
public sealed record PostDraft(
    [property: Id(0)] Topic Topic,
    [property: Id(1)] PostForm Form,
    [property: Id(2)] string? Title,
    [property: Id(3)] string Text,
    [property: Id(4)] Audience Audience,
    [property: Id(5)] string? Language,
    [property: Id(6)] string? Link,
    [property: Id(7)] string? Key = null,
    [property: Id(8)] long ReplyTo = 0,
    [property: Id(9)] Commenting Commenting = Commenting.All,
    [property: Id(10)] long Story = 0);
