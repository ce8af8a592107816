namespace OrleansMixi.Messages;

/// <summary>A message before it is sent: words or a stamp.</summary>
/// <param name="Text">The words, at most <see cref="MessageRules.MaxText"/> text elements; null for a stamp.</param>
/// <param name="Stamp">One of <see cref="Stamps"/>; null for words.</param>
/// <param name="Key">The idempotency key, or null: the same key of one author in one conversation sends once.</param>
[GenerateSerializer, Immutable, Alias("mixi.MessageDraft")]
public sealed record MessageDraft([property: Id(0)] string? Text, [property: Id(1)] string? Stamp, [property: Id(2)] string? Key);
