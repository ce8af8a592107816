using OrleansMixi.Pages.Communities;

namespace OrleansMixi.Communities;

/// <summary>Registers the edge of communities.</summary>
internal static class CommunityHosting
{
    public static IServiceCollection AddMixiCommunities(this IServiceCollection services) =>
        services.AddSingleton<People>().AddSingleton<CommunityReader>().AddSingleton<CommunityRoll>().AddSingleton<CommunityFounder>().AddSingleton<CommunityDoor>()
            .AddSingleton<CommunityCall>().AddSingleton<BoardReader>().AddSingleton<BoardWriter>().AddScoped<ICommunityPages, CommunityPages>().AddSingleton<RoomWork>().AddSingleton<PersonaDesk>();
}
