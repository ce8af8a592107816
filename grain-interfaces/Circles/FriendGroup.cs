using OrleansMixi.Posts;

namespace OrleansMixi.Circles;

/// <summary>A named set of a member's friends, only known to that member. Number 0 are the close friends, which everybody has.</summary>
/// <param name="Number">Names it among the member's groups, from 1.</param>
/// <param name="Name">The name; empty for the close friends.</param>
/// <param name="Friends">Numbers of the friends in it.</param>
[GenerateSerializer, Immutable, Alias("mixi.FriendGroup")]
public sealed record FriendGroup([property: Id(0)] int Number, [property: Id(1)] string Name, [property: Id(2)] IReadOnlyList<int> Friends)
{
    /// <summary>The number of the close friends.</summary>
    public const int Close = Audiences.CloseFriends;
}
