using OrleansMixi.Log;

namespace OrleansMixi.Profiles;

/// <summary>Reads and changes the own profile.</summary>
internal sealed class ProfileDesk(IGrainFactory grains, LookRights rights, HeaderDesk header)
{
    /// <summary>The profile as its member sees it.</summary>
    public async Task<OwnProfileView> Of(int member)
    {
        var profile = await grains.GetGrain<IProfileGrain>(member).Read();
        return new(
            new(profile.Introduction, AudienceWord.Of(profile.IntroductionFor)),
            new(profile.Interests, AudienceWord.Of(profile.InterestsFor)),
            new(profile.Birthday?.ToString() ?? "", AudienceWord.Of(profile.BirthdayFor)),
            new(profile.Area, AudienceWord.Of(profile.AreaFor)),
            new(null, AudienceWord.Of(profile.TextsFor)),
            profile.Locked,
            profile.Look.Theme,
            profile.Look.Header == 0 ? null : PostId.Format(profile.Look.Header),
            [.. (profile.Look.Sections ?? ProfileRules.Usual).Select(ProfileView.Word)])
        {
            Song = SongView.Of(profile.Look.Song),
        };
    }

    /// <summary>Changes what an edit names.</summary>
    public async Task Change(int member, ProfileEdit edit)
    {
        var grain = grains.GetGrain<IProfileGrain>(member);
        var old = await grain.Read();
        var look = await Look(member, old.Look, edit);
        await grain.Change(old with
        {
            Introduction = edit.Introduction?.Value ?? old.Introduction,
            IntroductionFor = AudienceWord.Read(edit.Introduction?.Audience) ?? old.IntroductionFor,
            Interests = edit.Interests?.Value is { } tags ? ProfileRules.Tags(tags) : old.Interests,
            InterestsFor = AudienceWord.Read(edit.Interests?.Audience) ?? old.InterestsFor,
            Birthday = edit.Birthday?.Value is { } day ? Day(day) : old.Birthday,
            BirthdayFor = AudienceWord.Read(edit.Birthday?.Audience) ?? old.BirthdayFor,
            Area = edit.Area?.Value?.Trim() ?? old.Area,
            AreaFor = AudienceWord.Read(edit.Area?.Audience) ?? old.AreaFor,
            TextsFor = AudienceWord.Read(edit.Introductions?.Audience) ?? old.TextsFor,
            Locked = edit.Locked ?? old.Locked,
            Look = look,
        });
        if (edit.Header is { } picture)
        {
            await (picture.Length == 0 ? header.Clear(member) : header.Choose(member, PostId.TryParse(picture, out var id) ? id : 0));
        }
    }

    private async Task<ProfileLook> Look(int member, ProfileLook old, ProfileEdit edit)
    {
        var look = old with
        {
            Theme = edit.Theme is { } theme ? (theme.Length == 0 ? null : theme) : old.Theme,
            Song = edit.Song is { } song ? song.ToSong() : old.Song,
            Sections = edit.Sections is { } sections ? (sections.Count == 0 ? null : [.. sections.Select(Section)]) : old.Sections,
        };
        return look == old || await rights.Of(member)
            ? look
            : throw LookRights.Missing();
    }

    private static Birthday? Day(string text) =>
        text.Length == 0 ? null
        : Birthday.TryParse(text, out var birthday) ? birthday
        : throw Errors.Invalid("birthday", "'birthday' is a month and a day such as '05-08', or empty.");

    private static ProfileSection Section(string word) =>
        ProfileRules.Usual.FirstOrDefault(section => ProfileView.Word(section) == word) is var found && found != default
            ? found
            : throw Errors.Invalid("sections", $"'sections' names each of {string.Join(", ", ProfileRules.Usual.Select(section => $"'{ProfileView.Word(section)}'"))} once.");
}
