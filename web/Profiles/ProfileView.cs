using OrleansMixi.Introductions;

namespace OrleansMixi.Profiles;

/// <summary>A profile as the caller may see it; what is missing is empty or not for the caller, which looks the same.</summary>
/// <param name="Introduction">The member's own words.</param>
/// <param name="Interests">What the member likes.</param>
/// <param name="Birthday"><c>MM-DD</c>; null if it is not told.</param>
/// <param name="Area">Where the member lives.</param>
/// <param name="Introductions">What friends wrote, the newest first.</param>
/// <param name="Locked">Whether the member approves each follower.</param>
/// <param name="Theme">The colour theme of the page; null for the usual colours.</param>
/// <param name="Header">The picture on top; null for none.</param>
/// <param name="Sections">The sections in the order in which the page shows them.</param>
public sealed record ProfileView(
    string Introduction,
    IReadOnlyList<string> Interests,
    string? Birthday,
    string Area,
    IReadOnlyList<IntroductionView> Introductions,
    bool Locked,
    string? Theme,
    string? Header,
    IReadOnlyList<string> Sections)
{
    /// <summary>The song that the page names; null for none.</summary>
    public SongView? Song { get; init; }

    /// <summary>A profile without a word.</summary>
    public static ProfileView Empty { get; } = new("", [], null, "", [], false, null, null, [.. ProfileRules.Usual.Select(Word)]);

    /// <summary>The word of a section.</summary>
    internal static string Word(ProfileSection section) => section.ToString().ToLowerInvariant();
}
