using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>An event as the caller sees it.</summary>
/// <param name="Post">What announces it: title and text.</param>
/// <param name="Starts">When it starts.</param>
/// <param name="Local">The same on the clock of its zone, without offset.</param>
/// <param name="Zone">Its time zone.</param>
/// <param name="Place">Where; may be empty.</param>
/// <param name="Places">The most participants; null for no limit.</param>
/// <param name="Joined">Participants now.</param>
/// <param name="Cancelled">Called off.</param>
/// <param name="Over">It began already.</param>
/// <param name="Mine">The caller takes part.</param>
/// <param name="Participants">Who takes part, in the order of coming; null in lists.</param>
public sealed record EventView(
    PostView Post, DateTimeOffset Starts, string Local, string Zone, string Place, int? Places, int Joined, bool Cancelled, bool Over, bool Mine, IReadOnlyList<AuthorView>? Participants = null);
