using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrleansMixi.Log;

namespace OrleansMixi.Communities;

/// <summary>Registers the tables of communities.</summary>
public static class CommunityStorage
{
    /// <summary>Adds the stores and the options.</summary>
    public static IServiceCollection AddMixiCommunityStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CommunityOptions>().Bind(configuration.GetSection("Mixi:Communities")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<CommunityStore>().AddSingleton<ILogFollower>(provider => provider.GetRequiredService<CommunityStore>());
        services.AddSingleton<CommunityFinder>().AddSingleton<CommunitySight>().AddSingleton<GuestStore>().AddSingleton<BarStore>().AddSingleton<StaffStore>().AddSingleton<CommunityLogStore>().AddSingleton<RemovedStore>();
        return services.AddSingleton<BoardStore>().AddSingleton<EventStore>().AddSingleton<PollStore>().AddSingleton<PersonaStore>().AddSingleton<ILogFollower>(provider => provider.GetRequiredService<PersonaStore>()).AddSingleton<Authorship>().AddSingleton<FounderTrace>();
    }
}
