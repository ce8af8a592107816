namespace OrleansMixi.Log;

/// <summary>What one commit wrote.</summary>
/// <param name="From">The queue's last id before it.</param>
/// <param name="To">The queue's last id after it.</param>
/// <param name="Written">For each entry in order: what was written, or null where its idempotency key was there already.</param>
public sealed record CommitResult(long From, long To, IReadOnlyList<Activity?> Written)
{
    /// <summary>What was written, in order.</summary>
    public IReadOnlyList<Activity> Entries => [.. Written.OfType<Activity>()];
}
