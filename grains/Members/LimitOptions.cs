using System.ComponentModel.DataAnnotations;

namespace OrleansMixi.Members;

/// <summary>What one member may do, <c>Mixi:Limits</c>.</summary>
public sealed record LimitOptions
{
    /// <summary>Writes (posts, edits, follows, …) of one member within <see cref="WritesWindow"/>; every post of a batch counts.</summary>
    [Range(1, int.MaxValue)]
    public int WritesPerWindow { get; init; } = 300;

    /// <summary>The window of <see cref="WritesPerWindow"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan WritesWindow { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Posts in one batch.</summary>
    [Range(1, 5_000)]
    public int BatchPosts { get; init; } = 500;

    /// <summary>Topics that one member follows, threads not counted.</summary>
    [Range(1, 1_000_000)]
    public int Follows { get; init; } = 5_000;

    /// <summary>Threads that one member follows by commenting; further ones are found where they stand.</summary>
    [Range(0, 1_000_000)]
    public int Threads { get; init; } = 2_000;

    /// <summary>Friends of one member.</summary>
    [Range(1, 100_000)]
    public int Friends { get; init; } = 1_000;

    /// <summary>Friend groups of one member, beside the close friends.</summary>
    [Range(1, 200)]
    public int FriendGroups { get; init; } = 50;

    /// <summary>Members, topics, words and languages that one member mutes.</summary>
    [Range(1, 10_000)]
    public int Mutes { get; init; } = 500;

    /// <summary>Single posts that one member hides.</summary>
    [Range(1, 100_000)]
    public int HiddenPosts { get; init; } = 2_000;
    /// <summary>Months for which a newcomer and the inviter stay friends; a block wins always.</summary>
    [Range(0, 120)]
    public int InvitedFriendshipMonths { get; init; } = 3;
}
