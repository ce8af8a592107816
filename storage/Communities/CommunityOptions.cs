using System.ComponentModel.DataAnnotations;

namespace OrleansMixi.Communities;

/// <summary>What communities allow, <c>Mixi:Communities</c>.</summary>
public sealed record CommunityOptions
{
    /// <summary>Communities that one member is at the head of.</summary>
    [Range(0, 10_000)]
    public int Founded { get; init; } = 3;

    /// <summary>The same for a member with Premium.</summary>
    [Range(0, 10_000)]
    public int FoundedPremium { get; init; } = 30;

    /// <summary>Moderators of one community.</summary>
    [Range(1, 1_000)]
    public int Staff { get; init; } = 20;

    /// <summary>Members that wait at one community's door, and invitations that are open.</summary>
    [Range(1, 100_000)]
    public int Waiting { get; init; } = 1_000;

    /// <summary>A founder who wrote nothing for so long counts as gone.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "3650.00:00:00")]
    public TimeSpan FounderGone { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Topics pinned in one community.</summary>
    [Range(0, 100)]
    public int Pinned { get; init; } = 5;

    /// <summary>Options of one poll.</summary>
    [Range(2, 100)]
    public int PollOptions { get; init; } = 10;

    /// <summary>A poll and an event end at most so far ahead.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "3650.00:00:00")]
    public TimeSpan Ahead { get; init; } = TimeSpan.FromDays(730);

    /// <summary>Participants that one event may be limited to.</summary>
    [Range(1, 1_000_000)]
    public int EventPlaces { get; init; } = 100_000;

    /// <summary>Members of a community that are looked at when communities with members in common are sought.</summary>
    [Range(1, 100_000)]
    public int CommonSample { get; init; } = 500;

    /// <summary>Personas that one member may have.</summary>
    [Range(0, 10_000)]
    public int Personas { get; init; } = 20;
}
