namespace OrleansMixi.Messages;

/// <summary>A message as clients send it: words or a stamp.</summary>
public sealed record SendRequest(string? Text = null, string? Stamp = null);
