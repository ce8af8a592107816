namespace OrleansMixi.Privacy;

/// <summary>What the caller lets others know and do.</summary>
/// <param name="MessagesFrom">Who may start writing: <c>friends</c> or <c>everyone</c>.</param>
/// <param name="Footprints">Whether the caller leaves footprints and sees those of others.</param>
/// <param name="Presence">Whether the caller shows roughly when last active, and sees it of others.</param>
/// <param name="Announce">Whether friends hear of the caller's new friends.</param>
public sealed record PrivacyView(MessagesFrom MessagesFrom, bool Footprints, bool Presence, bool Announce);
