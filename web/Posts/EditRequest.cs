namespace OrleansMixi.Posts;

/// <summary>A change of a post as clients send it; absent parts stay.</summary>
public sealed record EditRequest(string? Text = null, string? Audience = null);
