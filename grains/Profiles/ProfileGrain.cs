using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Profiles;

/// <summary>Keeps a member's profile.</summary>
internal sealed class ProfileGrain([PersistentState("profile")] IPersistentState<ProfileState> state) : Grain, IProfileGrain
{
    private IUserGrain User => GrainFactory.GetGrain<IUserGrain>(this.GetPrimaryKeyLong());

    // An introduction was a setting before there were profiles.
    public async Task<Profile> Read() => state.State.Profile ?? new() { Introduction = (await User.Settings()).Introduction };

    public async Task Change(Profile profile)
    {
        ProfileRules.Check(profile);
        await User.Spend();
        state.State.Profile = profile;
        await state.WriteStateAsync();
    }

    public async Task Forget(Audience audience)
    {
        if (state.State.Profile is not { } profile)
        {
            return;
        }

        state.State.Profile = profile with
        {
            IntroductionFor = Kept(profile.IntroductionFor),
            InterestsFor = Kept(profile.InterestsFor),
            BirthdayFor = Kept(profile.BirthdayFor),
            AreaFor = Kept(profile.AreaFor),
            TextsFor = Kept(profile.TextsFor),
        };
        await state.WriteStateAsync();

        Audience Kept(Audience present) => present == audience ? Audience.Me : present;
    }
}
