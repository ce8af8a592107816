namespace OrleansMixi.Live;

/// <summary>Who is behind a live connection, as authenticated when it was accepted.</summary>
/// <param name="Member">The member's number; 0 if not signed in.</param>
/// <param name="Handle">The member's handle; empty if not signed in.</param>
/// <param name="Token">The access token's number; 0 for a signed-in browser.</param>
internal readonly record struct LiveIdentity(int Member, string Handle, long Token);
