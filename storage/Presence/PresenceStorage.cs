using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace OrleansMixi.Presence;

/// <summary>Registers presence.</summary>
internal static class PresenceStorage
{
    public static IServiceCollection AddMixiPresence(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PresenceOptions>().Bind(configuration.GetSection("Mixi:Presence")).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<PresenceStore>().AddSingleton<PresenceBook>();
    }
}
