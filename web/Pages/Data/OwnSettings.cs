namespace OrleansMixi.Pages.Data;

/// <summary>What the settings form shows and sends.</summary>
/// <param name="Nickname">The name to show.</param>
/// <param name="HideBots">Posts by bots are not shown.</param>
public sealed record OwnSettings(string Nickname, bool HideBots);
