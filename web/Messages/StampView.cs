namespace OrleansMixi.Messages;

/// <summary>A stamp that can be sent.</summary>
/// <param name="Name">What to send.</param>
/// <param name="Image">The path of its picture.</param>
public sealed record StampView(string Name, string Image);
