using OrleansMixi.Posts;

namespace OrleansMixi.Profiles;

/// <summary>A member's profile: the same fields for all, each with an audience of its own.</summary>
[GenerateSerializer, Immutable, Alias("mixi.Profile")]
public sealed record Profile
{
    /// <summary>A few words about oneself, plain text.</summary>
    [Id(0)]
    public string Introduction { get; init; } = "";

    /// <summary>Who may read the introduction.</summary>
    [Id(1)]
    public Audience IntroductionFor { get; init; } = Audience.Everyone;

    /// <summary>What one likes, as tags.</summary>
    [Id(2)]
    public IReadOnlyList<string> Interests { get; init; } = [];

    /// <summary>Who may see the interests.</summary>
    [Id(3)]
    public Audience InterestsFor { get; init; } = Audience.Everyone;

    /// <summary>Day and month of birth; the year is nobody's business.</summary>
    [Id(4)]
    public Birthday? Birthday { get; init; }

    /// <summary>Who may see the birthday.</summary>
    [Id(5)]
    public Audience BirthdayFor { get; init; } = Audience.Friends;

    /// <summary>Where one lives, in the member's own words.</summary>
    [Id(6)]
    public string Area { get; init; } = "";

    /// <summary>Who may see the area.</summary>
    [Id(7)]
    public Audience AreaFor { get; init; } = Audience.Friends;

    /// <summary>Who may read what friends wrote about the member.</summary>
    [Id(8)]
    public Audience TextsFor { get; init; } = Audience.Everyone;

    /// <summary>Whether the member approves each new follower.</summary>
    [Id(9)]
    public bool Locked { get; init; }

    /// <summary>How the page looks; shown as long as the member's plan has it.</summary>
    [Id(10)]
    public ProfileLook Look { get; init; } = new();
}
