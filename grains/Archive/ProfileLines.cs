using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Profiles;

namespace OrleansMixi.Archive;

/// <summary>A profile as a line and back.</summary>
internal static class ProfileLines
{
    public static ProfileLine Of(MemberRow row, Profile profile, AttachmentLine? icon, AttachmentLine? image) => new()
    {
        Type = row.Bot != 0 ? ProfilePart.Bot : "Person",
        PreferredUsername = row.Handle,
        Name = row.Nickname,
        Summary = profile.Introduction,
        SummaryFor = ArchiveWords.Of(profile.IntroductionFor),
        Interests = profile.Interests.Count == 0 ? null : profile.Interests,
        InterestsFor = ArchiveWords.Of(profile.InterestsFor),
        Birthday = profile.Birthday?.ToString(),
        BirthdayFor = ArchiveWords.Of(profile.BirthdayFor),
        Location = profile.Area.Length == 0 ? null : profile.Area,
        LocationFor = ArchiveWords.Of(profile.AreaFor),
        IntroductionsFor = ArchiveWords.Of(profile.TextsFor),
        ManuallyApprovesFollowers = profile.Locked ? true : null,
        Theme = profile.Look.Theme,
        Sections = profile.Look.Sections?.Select(section => section.ToString().ToLowerInvariant()).ToList(),
        Song = profile.Look.Song is { } song ? new(song.Title, song.Artist, song.Link) : null,
        Language = row.Language,
        Icon = icon,
        Image = image,
    };

    /// <summary>The profile that a line tells; refuses what is out of bounds.</summary>
    public static Profile Read(ProfileLine line, Func<Audience, Audience> here)
    {
        var usual = new Profile();
        var profile = new Profile
        {
            Introduction = line.Summary,
            IntroductionFor = Audience(line.SummaryFor, usual.IntroductionFor),
            Interests = line.Interests ?? [],
            InterestsFor = Audience(line.InterestsFor, usual.InterestsFor),
            Birthday = line.Birthday is null ? null : Birthday.TryParse(line.Birthday, out var day) ? day : throw Errors.Invalid("birthday", "'birthday' is a month and a day such as '05-08'."),
            BirthdayFor = Audience(line.BirthdayFor, usual.BirthdayFor),
            Area = line.Location ?? "",
            AreaFor = Audience(line.LocationFor, usual.AreaFor),
            TextsFor = Audience(line.IntroductionsFor, usual.TextsFor),
            Locked = line.ManuallyApprovesFollowers == true,
            Look = new(line.Theme, 0, line.Sections?.Select(Section).ToList(), line.Song is { } song ? new(song.By, song.Name, song.Url) : null),
        };
        ProfileRules.Check(profile);
        return profile;

        Audience Audience(string? word, Audience otherwise) => word is null ? otherwise : here(ArchiveWords.Audience(word));
    }

    private static ProfileSection Section(string word) =>
        ProfileRules.Usual.FirstOrDefault(section => string.Equals(section.ToString().ToLowerInvariant(), word, StringComparison.Ordinal)) is var found && found != default
            ? found
            : throw Errors.Invalid("sections", "'sections' names a section that is not known.");
}
