namespace OrleansMixi.Messages;

/// <summary>A message that waits for its commit.</summary>
internal sealed class PendingMessage(NewMessage message) : TaskCompletionSource<Message>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public NewMessage Message => message;

    /// <summary>Tells whoever waits what came of it.</summary>
    public void Settle(SendOutcome outcome)
    {
        if (outcome.Message is { } sent)
        {
            SetResult(sent);
        }
        else
        {
            SetException(new MixiException(
                "idempotency-key-reused", "This Idempotency-Key was used for another message in this conversation; use a new key for a new message.", "Idempotency-Key"));
        }
    }
}
