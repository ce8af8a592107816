namespace OrleansMixi.Live;

/// <summary>A reader on its way to its shard.</summary>
/// <param name="Reader">The reader.</param>
/// <param name="Request">What it watches from now on, and since when.</param>
/// <param name="Topics">The watched topics with their names.</param>
/// <param name="Reset">The cursor it came with can't be continued.</param>
internal sealed record LiveJoin(LiveReader Reader, WatchRequest Request, IReadOnlyDictionary<long, string> Topics, bool Reset)
{
    /// <summary>Completes when the reader stands where the shard stands.</summary>
    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
