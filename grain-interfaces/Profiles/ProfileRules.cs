using OrleansMixi.Posts;

namespace OrleansMixi.Profiles;

/// <summary>The bounds of a profile's fields.</summary>
public static class ProfileRules
{
    /// <summary>The longest introduction, in text elements.</summary>
    public const int MaxIntroduction = 500;

    /// <summary>The most interests.</summary>
    public const int MaxInterests = 20;

    /// <summary>The longest interest, in text elements.</summary>
    public const int MaxInterest = 30;

    /// <summary>The longest area, in text elements.</summary>
    public const int MaxArea = 60;

    /// <summary>The longest artist or title of a song, in text elements.</summary>
    public const int MaxSong = 100;

    /// <summary>The sections as everybody has them.</summary>
    public static IReadOnlyList<ProfileSection> Usual { get; } = [ProfileSection.Introduction, ProfileSection.Facts, ProfileSection.Texts, ProfileSection.Posts];

    /// <summary>Throws unless everything is within its bounds.</summary>
    public static void Check(Profile profile)
    {
        PostRules.Text("introduction", profile.Introduction, MaxIntroduction);
        PostRules.Text("area", profile.Area, MaxArea);
        if (profile.Interests.Count > MaxInterests)
        {
            throw Errors.Invalid("interests", $"'interests' has {profile.Interests.Count} tags; give at most {MaxInterests}.");
        }

        foreach (var interest in profile.Interests)
        {
            PostRules.Text("interests", interest, MaxInterest);
        }

        if (profile.Birthday is { Exists: false })
        {
            throw Errors.Invalid("birthday", "'birthday' is a month and a day such as '05-08'.");
        }

        if (profile.Look.Sections is { } sections && !sections.Order().SequenceEqual(Usual.Order()))
        {
            throw Errors.Invalid("sections", $"'sections' names each of {string.Join(", ", Usual.Select(section => $"'{section.ToString().ToLowerInvariant()}'"))} once.");
        }

        Check(profile.Look.Song);
        if (profile.Look.Theme is { } theme && ThemePalette.Find(theme) is null)
        {
            throw Errors.Invalid("theme", $"'theme' is one of {string.Join(", ", ThemePalette.All.Select(known => $"'{known.Name}'"))}.");
        }
    }

    private static void Check(ProfileSong? song)
    {
        PostRules.Text("song", song?.Artist, MaxSong);
        PostRules.Text("song", song?.Title, MaxSong);
        PostRules.Text("song", song?.Link, PostRules.MaxLink);
        if (song?.Link is { } link && !(link.Length <= PostRules.MaxLink && Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps))
        {
            throw Errors.Invalid("song", $"The link of the song is an https address of at most {PostRules.MaxLink} characters, or absent.");
        }
    }

    /// <summary>Tags as they are kept: trimmed, without <c>#</c>, each once.</summary>
    public static IReadOnlyList<string> Tags(IEnumerable<string> tags) =>
        [.. tags.Select(tag => tag.Trim().TrimStart('#').Trim()).Where(tag => tag.Length > 0).DistinctBy(Mutes.FoldedText.Of)];
}
