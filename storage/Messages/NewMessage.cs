namespace OrleansMixi.Messages;

/// <summary>A message that waits for its number.</summary>
public sealed record NewMessage(int Author, MessageDraft Draft)
{
    /// <summary>The idempotency key as stored; null without one.</summary>
    public long? Key { get; } = Draft.Key is { } key ? Fingerprint.Of(Author, key) : null;

    /// <summary>What was said, as a number to compare with.</summary>
    public long Hash { get; } = Fingerprint.Of(0, $"{Draft.Stamp}\n{Draft.Text}");
}
