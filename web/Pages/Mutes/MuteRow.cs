using OrleansMixi.Mutes;
using OrleansMixi.Posts;

namespace OrleansMixi.Pages.Mutes;

/// <summary>A mute in the list of its member.</summary>
/// <param name="Mute">The mute.</param>
/// <param name="Post">The hidden post, if it is one and still there.</param>
public sealed record MuteRow(MuteView Mute, PostView? Post);
