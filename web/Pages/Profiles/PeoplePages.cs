using OrleansMixi.Pages.Circles;
using OrleansMixi.Pages.Introductions;
using OrleansMixi.Pages.Mutes;

namespace OrleansMixi.Pages.Profiles;

/// <summary>Wires the pages about people into a host: profiles, groups, introductions, mutes.</summary>
internal static class PeoplePages
{
    public static IServiceCollection AddPeoplePages(this IServiceCollection services) =>
        services.AddSingleton<IProfilePages, ProfilePages>().AddScoped<ICirclePages, CirclePages>().AddSingleton<IMutePages, MutePages>();

    public static void MapPeoplePages(this IEndpointRouteBuilder routes)
    {
        ProfileActions.Map(routes);
        CircleActions.Map(routes);
        IntroductionActions.Map(routes);
        MuteActions.Map(routes);
    }
}
