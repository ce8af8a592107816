namespace OrleansMixi.Archive;

/// <summary>What the member chose.</summary>
/// <param name="Type"><c>Settings</c>.</param>
/// <param name="HideBots">Posts by bots are not shown.</param>
internal sealed record SettingsLine(string Type, bool HideBots);
