namespace OrleansMixi.Moderation;

/// <summary>Why a measure should be undone.</summary>
public sealed record AppealRequest(string Text);
