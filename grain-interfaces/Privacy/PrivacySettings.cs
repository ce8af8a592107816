namespace OrleansMixi.Privacy;

/// <summary>What a member lets others know and do.</summary>
/// <param name="MessagesFrom">Who may start writing.</param>
/// <param name="Footprints">Leaves footprints, and sees those that others leave.</param>
/// <param name="Presence">Shows roughly when last active, and sees it of others.</param>
/// <param name="Announce">Lets friends hear of new friends.</param>
public sealed record PrivacySettings(MessagesFrom MessagesFrom = MessagesFrom.Friends, bool Footprints = true, bool Presence = true, bool Announce = true)
{
    /// <summary>What holds until a member chooses otherwise.</summary>
    public static PrivacySettings Default { get; } = new();
}
