using OrleansMixi.Introductions;
using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Profiles;

/// <summary>Makes profiles as each viewer may see them, field by field.</summary>
internal sealed class ProfileReader(IGrainFactory grains, ProfileSight sight, IntroductionDesk introductions, LookRights rights)
{
    private const int MaxIntroductions = 50;

    /// <summary>A member's profile.</summary>
    public async Task<ProfileView> Of(Viewer viewer, int member)
    {
        var profile = await grains.GetGrain<IProfileGrain>(member).Read();
        var look = await rights.Of(member) ? profile.Look : new();
        return new(
            await Field(viewer, member, profile.IntroductionFor, profile.Introduction, ""),
            await Field(viewer, member, profile.InterestsFor, profile.Interests, []),
            await Field(viewer, member, profile.BirthdayFor, profile.Birthday?.ToString(), null),
            await Field(viewer, member, profile.AreaFor, profile.Area, ""),
            await sight.CanSee(viewer, member, profile.TextsFor) ? await introductions.Shown(viewer, member, MaxIntroductions) : [],
            profile.Locked,
            look.Theme,
            look.Header == 0 ? null : PostId.Format(look.Header),
            [.. (look.Sections ?? ProfileRules.Usual).Select(ProfileView.Word)])
        {
            Song = SongView.Of(look.Song),
        };
    }

    /// <summary>Only a member's own words, of a profile that was read already.</summary>
    public ValueTask<string> Introduction(Viewer viewer, int member, Profile profile) => Field(viewer, member, profile.IntroductionFor, profile.Introduction, "");

    private async ValueTask<T> Field<T>(Viewer viewer, int member, Audience audience, T value, T hidden) =>
        await sight.CanSee(viewer, member, audience) ? value : hidden;
}
