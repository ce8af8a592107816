namespace OrleansMixi.Feeds;

/// <summary>The secret addresses of a member's home timeline for feed readers.</summary>
public sealed record FeedAddresses(string Atom, string Json);
