namespace OrleansMixi.Archive;

/// <summary>The member. What has an audience of its own is followed by it, unless it is everyone.</summary>
internal sealed record ProfileLine
{
    /// <summary><c>Person</c>, or <c>Service</c> for a bot.</summary>
    public required string Type { get; init; }

    /// <summary>The handle.</summary>
    public required string PreferredUsername { get; init; }

    /// <summary>The nickname.</summary>
    public required string Name { get; init; }

    /// <summary>The introduction.</summary>
    public required string Summary { get; init; }

    /// <summary>Who may read the introduction.</summary>
    public string? SummaryFor { get; init; }

    /// <summary>What one likes.</summary>
    public IReadOnlyList<string>? Interests { get; init; }

    /// <summary>Who may see the interests.</summary>
    public string? InterestsFor { get; init; }

    /// <summary>Month and day of birth.</summary>
    public string? Birthday { get; init; }

    /// <summary>Who may see the birthday.</summary>
    public string? BirthdayFor { get; init; }

    /// <summary>Where one lives.</summary>
    public string? Location { get; init; }

    /// <summary>Who may see where.</summary>
    public string? LocationFor { get; init; }

    /// <summary>Who may read what friends wrote.</summary>
    public string? IntroductionsFor { get; init; }

    /// <summary>Whether new followers are approved.</summary>
    public bool? ManuallyApprovesFollowers { get; init; }

    /// <summary>The colours of the own page.</summary>
    public string? Theme { get; init; }

    /// <summary>The sections of the own page in order.</summary>
    public IReadOnlyList<string>? Sections { get; init; }

    /// <summary>The song that the own page names.</summary>
    public SongLine? Song { get; init; }

    /// <summary>The language of the interface.</summary>
    public string? Language { get; init; }

    /// <summary>The member's picture.</summary>
    public AttachmentLine? Icon { get; init; }

    /// <summary>The picture on top of the own page.</summary>
    public AttachmentLine? Image { get; init; }
}
