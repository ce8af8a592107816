using System.Collections.Frozen;

namespace OrleansMixi.Posts;

/// <summary>Who looks, and what binds this person to others: all that decides what is shown.</summary>
/// <param name="Member">The member's number; 0 for somebody who is not signed in.</param>
/// <param name="Friends">Numbers of the member's friends.</param>
/// <param name="Follows">Topics (<see cref="Topic.Value"/>) whose posts come into the member's timeline.</param>
/// <param name="Communities">Communities (<see cref="Topic.Value"/>) that the member belongs to.</param>
/// <param name="HideBots">The member hides posts by bots.</param>
public sealed record Viewer(
    int Member,
    IReadOnlySet<int> Friends,
    IReadOnlySet<long> Follows,
    IReadOnlySet<long> Communities,
    bool HideBots)
{
    /// <summary>Numbers of members whom the viewer blocks, or who block the viewer.</summary>
    public IReadOnlySet<int> Blocks { get; init; } = FrozenSet<int>.Empty;

    /// <summary>Somebody who is not signed in.</summary>
    public static Viewer Anonymous { get; } = new(0, new HashSet<int>(), new HashSet<long>(), new HashSet<long>(), false);
}
