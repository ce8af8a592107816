namespace OrleansMixi.Archive;

/// <summary>What the member chose.</summary>
/// <param name="Type"><c>Settings</c>.</param>
/// <param name="HideBots">Posts by bots are not shown.</param>
/// <param name="MessagesFrom">Who may start writing: <c>friends</c> or <c>everyone</c>.</param>
/// <param name="Footprints">Leaves footprints, and sees those that others leave.</param>
/// <param name="Presence">Shows roughly when last active, and sees it of others.</param>
/// <param name="Announce">Lets friends hear of new friends.</param>
/// <param name="Off">Kinds of notifications that are switched off.</param>
internal sealed record SettingsLine(
    string Type, bool HideBots, string? MessagesFrom = null, bool? Footprints = null, bool? Presence = null, bool? Announce = null, IReadOnlyList<string>? Off = null);
