namespace OrleansMixi.Mutes;

/// <summary>
/// What one member does not want to see. Key: the member's number. Every answer comes after the change is in the log, so
/// that all hosts and live streams follow.
/// </summary>
[Alias("mixi.IMutesGrain")]
public interface IMutesGrain : IGrainWithIntegerKey
{
    /// <summary>Mutes; what is muted already gets the new scope and end. Refuses one more than <c>Mixi:Limits:Mutes</c> or <c>HiddenPosts</c>.</summary>
    [Alias("Add")]
    Task<MuteRule> Add(MuteRule rule);

    /// <summary>Takes a mute away. Idempotent.</summary>
    [Alias("Remove")]
    Task Remove(int number);
}
