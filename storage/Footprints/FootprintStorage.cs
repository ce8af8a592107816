using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace OrleansMixi.Footprints;

/// <summary>Registers footprints.</summary>
internal static class FootprintStorage
{
    public static IServiceCollection AddMixiFootprints(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FootprintOptions>().Bind(configuration.GetSection("Mixi:Footprints")).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<FootprintStore>().AddSingleton<FootprintBook>().AddHostedService<FootprintSweep>();
    }
}
