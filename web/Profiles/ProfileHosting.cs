using OrleansMixi.Followers;
using OrleansMixi.Introductions;

namespace OrleansMixi.Profiles;

/// <summary>Registers what pages and API of the profiles need.</summary>
internal static class ProfileHosting
{
    public static IServiceCollection AddMixiProfiles(this IServiceCollection services) =>
        services.AddSingleton<ProfileSight>().AddSingleton<LookRights>().AddSingleton<ProfileReader>().AddSingleton<HeaderDesk>().AddSingleton<ProfileDesk>().AddSingleton<IntroductionDesk>().AddSingleton<FollowerDesk>();
}
